import { useTranslation } from 'react-i18next'
import { BarsChart } from '../charts/BarsChart.tsx'
import { ChartWithTable } from '../charts/ChartWithTable.tsx'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { formatCount, formatDecimal } from '../i18n/format.ts'
import { hasShares } from './base-size.ts'
import { byFrequency, choiceBars, choiceRows } from './choice-data.ts'
import { leadingInWords } from './figures-in-words.ts'

export const ChoiceResult_summary = graphql(`
  fragment ChoiceResult_summary on ChoiceSummary {
    text
    questionType
    isMultiple
    base {
      validCount
    }
    frequencies {
      code
      label
      count
      ofRespondents {
        share
        low
        high
      }
      ofAnswers
    }
    mean {
      mean
      low
      high
      count
    }
  }
`)

interface ChoiceResultProps {
  readonly summary: FragmentType<typeof ChoiceResult_summary>
  readonly isTableOpen: boolean
}

/** Answers of a question with options: bars, from the most frequent unless the options have an order of their own. */
export function ChoiceResult({ summary, isTableOpen }: ChoiceResultProps) {
  const { t } = useTranslation('analysis')
  const { text, questionType, isMultiple, base, frequencies, mean } = readFragment(
    ChoiceResult_summary,
    summary,
  )
  const { validCount } = base
  const isSorted = isMultiple || questionType === 'LOCALITY'
  const ordered = isSorted ? byFrequency(frequencies) : frequencies
  const drawn = questionType === 'LOCALITY' ? ordered.filter(({ count }) => count > 0) : ordered
  const { bars, axisEnd } = choiceBars({ frequencies: drawn, validCount })
  const leading = leadingInWords([...bars].sort((a, b) => b.value - a.value))
  const hasMean = mean && hasShares(validCount)
  const meanValues = mean && {
    mean: formatDecimal(mean.mean, 2),
    low: mean.low == null ? '' : formatDecimal(mean.low, 2),
    high: mean.high == null ? '' : formatDecimal(mean.high, 2),
    count: formatCount(mean.count),
  }
  const columns = [t('columns.answer'), t('columns.count'), t('columns.share'), t('columns.interval')]
  return (
    <ChartWithTable
      caption={text}
      chart={
        <BarsChart name={t('chart.shares', { question: text, leading })} bars={bars} axisEnd={axisEnd} />
      }
      columns={isMultiple ? [...columns, t('columns.ofAnswers')] : columns}
      rows={choiceRows({ frequencies: ordered, validCount, isMultiple })}
      isTableOpen={isTableOpen}
      notes={[
        ...(hasMean ? [t(mean.low == null ? 'notes.meanAlone' : 'notes.mean', { ...meanValues })] : []),
        ...(isMultiple ? [t('notes.multiple')] : []),
      ]}
    />
  )
}
