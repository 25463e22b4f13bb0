import { useTranslation } from 'react-i18next'
import { BarsChart } from '../charts/BarsChart.tsx'
import { ChartWithTable } from '../charts/ChartWithTable.tsx'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { leadingInWords } from './figures-in-words.ts'
import { byPriority, rankBars, rankRows } from './rank-data.ts'

export const RankResult_summary = graphql(`
  fragment RankResult_summary on RankSummary {
    text
    top
    base {
      validCount
    }
    rows {
      code
      label
      placeCounts
      namedCount
      named {
        share
        low
        high
      }
      index
    }
  }
`)

interface RankResultProps {
  readonly summary: FragmentType<typeof RankResult_summary>
  readonly isTableOpen: boolean
}

/** What people chose and put in order, from the highest priority. */
export function RankResult({ summary, isTableOpen }: RankResultProps) {
  const { t } = useTranslation('analysis')
  const { text, top, base, rows } = readFragment(RankResult_summary, summary)
  const ordered = byPriority(rows)
  const { bars, axisEnd } = rankBars(ordered, base.validCount)
  const places = Array.from({ length: top }, (_, index) => t('columns.place', { place: index + 1 }))
  return (
    <ChartWithTable
      caption={text}
      chart={
        <BarsChart
          name={t('chart.shares', { question: text, leading: leadingInWords(bars) })}
          bars={bars}
          axisEnd={axisEnd}
        />
      }
      columns={[
        t('columns.answer'),
        ...places,
        t('columns.named'),
        t('columns.share'),
        t('columns.interval'),
        t('columns.index'),
      ]}
      rows={rankRows(ordered, base.validCount)}
      isTableOpen={isTableOpen}
      notes={[t('notes.rank')]}
    />
  )
}
