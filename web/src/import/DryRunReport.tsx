import type { ColumnMapping } from '@rozeznanie/core/import'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Choice } from '../ui/SelectField.tsx'
import { meaningChoices, meaningOf, withMeaning } from './column-choice.ts'
import { Doubts } from './Doubts.tsx'
import { cellCount, doubtsOf, problemColumns } from './dry-run-figures.ts'
import type { CellGroup, ColumnReport, DryRun } from './import-requests.ts'

interface DryRunReportProps {
  readonly dryRun: DryRun
  readonly questionnaire: Questionnaire
  readonly localities: readonly Choice[]
  readonly mapping: ColumnMapping
  readonly onMapping: (mapping: ColumnMapping) => void
}

/** What would be stored, what was only approximated, what is left out: by column and line. */
export function DryRunReport({ dryRun, ...rest }: DryRunReportProps) {
  const { t } = useTranslation('import')
  const columns = problemColumns(dryRun)
  const [approximated, refused] = [cellCount(dryRun, 'approximated'), cellCount(dryRun, 'refused')]
  return (
    <div className="stack">
      <KeyFigures
        figures={[
          { label: t('check.rows', { count: dryRun.rowCount }), value: formatCount(dryRun.rowCount) },
          { label: t('check.importable'), value: formatCount(dryRun.importableCount) },
          {
            label: t('check.refusedRows', { count: dryRun.refusedRows.length }),
            value: formatCount(dryRun.refusedRows.length),
          },
          { label: t('check.approximatedCells', { count: approximated }), value: formatCount(approximated) },
          { label: t('check.refusedCells', { count: refused }), value: formatCount(refused) },
        ]}
      />
      {columns.length === 0 && <Notice tone="success">{t('check.allGood')}</Notice>}
      {columns.some(({ refused }) => refused.length > 0) && <p className="measure">{t('check.fixable')}</p>}
      {columns.map((column) => (
        <ColumnProblems key={column.column} report={column} {...rest} />
      ))}
      {dryRun.refusedRows.length > 0 && (
        <Disclosure summary={t('check.refusedRowsHeading')}>
          <ul>
            {dryRun.refusedRows.map(({ row, message }) => (
              <li key={row}>{t('done.row', { row, message })}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

interface ColumnProblemsProps extends Omit<DryRunReportProps, 'dryRun'> {
  readonly report: ColumnReport
}

function ColumnProblems({ report, questionnaire, localities, mapping, onMapping }: ColumnProblemsProps) {
  const { t } = useTranslation('import')
  const target = mapping[report.column] ?? { kind: 'ignore' }
  const header = report.header || t('columns.unnamed', { number: report.column + 1 })
  const decide = (text: string, code: string | null | undefined) =>
    onMapping(mapping.map((old, index) => (index === report.column ? withMeaning(old, text, code) : old)))
  return (
    <section className="column-problems" aria-label={header}>
      <h3>{header}</h3>
      {report.refused.length > 0 && (
        <Doubts
          name={`meaning.${report.column}`}
          doubts={doubtsOf(report)}
          choices={meaningChoices(questionnaire, target, localities, t('check.notSaid'))}
          meaningOf={(text) => meaningOf(target, text)}
          onDecide={decide}
        />
      )}
      {report.approximated.length > 0 && <Approximated groups={report.approximated} />}
    </section>
  )
}

function Approximated({ groups }: { readonly groups: readonly CellGroup[] }) {
  const { t } = useTranslation('import')
  return (
    <DataTable
      caption={t('check.approximatedHeading')}
      rows={groups}
      rowKey={({ cell, message }) => `${cell} ${message}`}
      columns={[
        { key: 'cell', header: t('check.cell'), cell: ({ cell }) => cell, isRowHeader: true },
        { key: 'meaning', header: t('check.meaning'), cell: ({ message }) => message },
        { key: 'count', header: t('check.count'), cell: ({ count }) => formatCount(count), align: 'end' },
        {
          key: 'rows',
          header: t('check.where'),
          cell: ({ rows, count }) => `${rows.join(', ')}${count > rows.length ? ` ${t('check.more')}` : ''}`,
        },
      ]}
    />
  )
}
