import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndicatorTrendQuery as TrendQueryType } from '../gql/graphql.ts'
import { formatCount } from '../i18n/format.ts'
import { DataTable, type Column } from '../ui/DataTable.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { inWords } from './indicator-data.ts'
import { IndicatorTrendQuery } from './indicators-query.ts'
import type { TrendQuestion } from './trend-questions.ts'

interface TrendSectionProps {
  readonly surveyId: string
  readonly weightVersion: number | null
  readonly questions: readonly TrendQuestion[]
}

type Trend = NonNullable<NonNullable<TrendQueryType['survey']>['trend']>

/** One question through the surveys of the municipality. */
export function TrendSection({ surveyId, weightVersion, questions }: TrendSectionProps) {
  const { t } = useTranslation('indicators')
  const [questionKey, choose] = useState('')
  const { data, loading, error } = useQuery(IndicatorTrendQuery, {
    variables: { id: surveyId, questionKey, weightVersion },
    skip: questionKey === '',
  })
  const trend = data?.survey?.trend
  return (
    <section className="indicator-section">
      <h2>{t('trend.title')}</h2>
      <SelectField
        name="trendQuestion"
        label={t('trend.question')}
        hint={t('trend.hint')}
        emptyLabel={t('trend.choose')}
        value={questionKey}
        choices={questions.map(({ key, label }) => ({ value: key, label }))}
        onChange={choose}
      />
      <div aria-live="polite" className="stack">
        {loading && <p>{t('trend.wait')}</p>}
        {error && (
          <Notice tone="danger">
            <p>{error.message}</p>
          </Notice>
        )}
        {trend && !loading && <TrendResult trend={trend} />}
      </div>
    </section>
  )
}

function TrendResult({ trend }: { readonly trend: Trend }) {
  const { t } = useTranslation('indicators')
  const { waves, changes, notComparable, notes } = trend
  const told = changes.filter(({ isDifferent }) => isDifferent)
  const shown = told.length > 0 ? told : changes
  return (
    <>
      {shown.length > 0 && (
        <ul>
          {shown.map(({ surveyId, itemKey, sentence }) => (
            <li key={`${surveyId} ${itemKey}`}>{sentence}</li>
          ))}
        </ul>
      )}
      {waves.length > 1 && <TrendTable trend={trend} />}
      {notes.map((note) => (
        <p key={note} className="muted">
          {note}
        </p>
      ))}
      {notComparable.length > 0 && (
        <>
          <p>{t('trend.notComparable')}</p>
          <ul>
            {notComparable.map(({ surveyId, title, reason }) => (
              <li key={surveyId}>{t('trend.reason', { title, reason })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function TrendTable({ trend }: { readonly trend: Trend }) {
  const { t } = useTranslation('indicators')
  const { waves, items, text } = trend
  interface Row {
    readonly key: string
    readonly label: string
    readonly cells: readonly string[]
  }
  const rows: Row[] = items.map(({ key, label, unit }, at) => ({
    key,
    label,
    cells: waves.map(({ figures }) => (figures[at] ? inWords(figures[at], unit, '') : t('unknown'))),
  }))
  const counts: Row = {
    key: '@N',
    label: t('columns.n'),
    cells: waves.map(({ n }) => formatCount(n)),
  }
  const columns: Column<Row>[] = [
    { key: 'item', header: t('trend.item'), cell: ({ label }) => label, isRowHeader: true },
    ...waves.map(({ surveyId, title, opensOn }, at): Column<Row> => ({
      key: surveyId,
      header: t('trend.wave', { title, year: String(opensOn).slice(0, 4) }),
      cell: ({ cells }) => cells[at] ?? '',
      align: 'end',
    })),
  ]
  return (
    <DataTable
      caption={t('trend.caption', { text })}
      columns={columns}
      rows={[...rows, counts]}
      rowKey={({ key }) => key}
      narrow="scroll"
    />
  )
}
