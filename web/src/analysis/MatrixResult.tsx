import { useTranslation } from 'react-i18next'
import { ChartWithTable } from '../charts/ChartWithTable.tsx'
import { StackedBarsChart } from '../charts/StackedBarsChart.tsx'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { drawnRows, hasMeans, matrixRows, matrixSeries } from './matrix-data.ts'

export const MatrixResult_summary = graphql(`
  fragment MatrixResult_summary on MatrixSummary {
    text
    isMultiple
    rows {
      key
      label
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
      }
      mean {
        mean
      }
    }
  }
`)

interface MatrixResultProps {
  readonly summary: FragmentType<typeof MatrixResult_summary>
  readonly isTableOpen: boolean
}

/** A question asked row by row: one stacked bar per row; where several answers were allowed, the table alone. */
export function MatrixResult({ summary, isTableOpen }: MatrixResultProps) {
  const { t } = useTranslation('analysis')
  const { text, isMultiple, rows } = readFragment(MatrixResult_summary, summary)
  const drawn = drawnRows(rows)
  const isDrawn = !isMultiple && drawn.length > 0
  const options = rows[0]?.frequencies.map(({ label }) => label) ?? []
  const columns = [t('columns.row'), ...options, t('columns.base')]
  return (
    <ChartWithTable
      caption={text}
      chart={
        isDrawn && (
          <StackedBarsChart
            name={t('chart.matrix', { question: text, count: drawn.length })}
            categories={drawn.map(({ label }) => label)}
            series={matrixSeries(drawn)}
          />
        )
      }
      columns={hasMeans(rows) ? [...columns, t('columns.mean')] : columns}
      rows={matrixRows(rows)}
      isTableOpen={isTableOpen || !isDrawn}
      notes={[
        ...(isMultiple ? [t('notes.matrixMultiple')] : []),
        ...(isDrawn && drawn.length < rows.length ? [t('notes.smallRows')] : []),
      ]}
    />
  )
}
