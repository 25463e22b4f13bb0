import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { graphql } from '../gql/index.ts'
import { Card } from '../ui/Card.tsx'
import { DataTable, type Column } from '../ui/DataTable.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import type { TableRow } from '../charts/ChartWithTable.tsx'
import { hasShares } from './base-size.ts'
import { crossedQuestions, crosstabRows } from './crosstab-data.ts'
import { withParameter, type ResultsFilter } from './results-filter.ts'

const CrosstabQuery = graphql(`
  query ResultsCrosstab(
    $id: ID!
    $row: String!
    $column: String!
    $filter: [ConditionInput!]
    $weights: Int
  ) {
    survey(id: $id) {
      id
      crosstab(rowQuestionKey: $row, columnQuestionKey: $column, filter: $filter, weightVersion: $weights) {
        rowText
        columnText
        isRowMultiple
        isColumnMultiple
        rows {
          code
          label
        }
        columns {
          code
          label
        }
        counts
        rowTotals
        validCount
        rowShares
        notes
      }
    }
  }
`)

interface CrosstabSectionProps {
  readonly surveyId: string
  readonly questionnaire: Questionnaire
  readonly filter: ResultsFilter
  readonly weightVersion: number | null
  readonly search: URLSearchParams
  readonly onChange: (search: URLSearchParams) => void
}

/** Any two closed questions crossed: people and their share of each row. */
export function CrosstabSection(props: CrosstabSectionProps) {
  const { surveyId, questionnaire, filter, weightVersion, search, onChange } = props
  const { t } = useTranslation('analysis')
  const choices = crossedQuestions(questionnaire)
  const chosen = (name: string) => {
    const value = search.get(name) ?? ''
    return choices.some((choice) => choice.value === value) ? value : ''
  }
  const [row, column] = [chosen('grupy'), chosen('pytanie')]
  return (
    <Card title={t('crosstab.title')}>
      <p className="muted measure">{t('crosstab.lead')}</p>
      <div className="columns">
        <SelectField
          name="crosstabRows"
          label={t('crosstab.rows')}
          value={row}
          emptyLabel={t('crosstab.choose')}
          choices={choices}
          onChange={(value) => onChange(withParameter(search, 'grupy', value))}
        />
        <SelectField
          name="crosstabColumns"
          label={t('crosstab.columns')}
          value={column}
          emptyLabel={t('crosstab.choose')}
          choices={choices}
          onChange={(value) => onChange(withParameter(search, 'pytanie', value))}
        />
      </div>
      {row !== '' && column !== '' && <Crossed {...{ surveyId, row, column, filter, weightVersion }} />}
    </Card>
  )
}

interface CrossedProps {
  readonly surveyId: string
  readonly row: string
  readonly column: string
  readonly filter: ResultsFilter
  readonly weightVersion: number | null
}

function Crossed({ surveyId, row, column, filter, weightVersion }: CrossedProps) {
  const { t } = useTranslation('analysis')
  const { data, previousData, error } = useQuery(CrosstabQuery, {
    variables: { id: surveyId, row, column, filter, weights: weightVersion },
    fetchPolicy: 'cache-and-network',
  })
  const table = (data ?? previousData)?.survey?.crosstab
  if (!table) {
    return error ? (
      <Notice tone="danger" isAnnounced>
        <p>{error.message}</p>
      </Notice>
    ) : null
  }
  const headers = [table.rowText, ...table.columns.map(({ label }) => label), t('crosstab.total')]
  const columns = headers.map((header, place): Column<TableRow> => ({
    key: String(place),
    header,
    cell: ({ cells }) => cells[place] ?? '',
    isRowHeader: place === 0,
    align: place === 0 ? 'start' : 'end',
  }))
  return (
    <div className="stack-tight">
      <p className="muted" role="status">
        {t('crosstab.base', { count: table.validCount })}
        {weightVersion !== null && ` ${t('weighted.shares')}`}
        {table.isColumnMultiple && ` ${t('crosstab.multiple')}`}
        {table.notes.map((note) => ` ${note}`)}
        {table.rowTotals.some((total) => !hasShares(total)) && ` ${t('crosstab.small')}`}
      </p>
      <DataTable
        caption={t('crosstab.caption', { rows: table.rowText, columns: table.columnText })}
        columns={columns}
        rows={crosstabRows(table)}
        rowKey={({ key }) => key}
        narrow="scroll"
      />
    </div>
  )
}
