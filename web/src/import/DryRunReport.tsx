import type { ColumnMapping } from '@rozeznanie/core/import'
import { findQuestion, optionsOf, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../ui/DataTable.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { formatCount } from '../i18n/format.ts'
import { withMeaning } from './column-choice.ts'
import { cellCount, problemColumns } from './dry-run-figures.ts'
import type { CellGroup, ColumnReport, DryRun } from './import-requests.ts'

interface DryRunReportProps {
  readonly dryRun: DryRun
  readonly questionnaire: Questionnaire
  readonly mapping: ColumnMapping
  readonly onMapping: (mapping: ColumnMapping) => void
}

/** What would be stored, what was only approximated, what is left out: by column and line. */
export function DryRunReport({ dryRun, questionnaire, mapping, onMapping }: DryRunReportProps) {
  const { t } = useTranslation('import')
  const columns = problemColumns(dryRun)
  return (
    <div className="stack">
      <KeyFigures
        figures={[
          { label: t('check.rows'), value: formatCount(dryRun.rowCount) },
          { label: t('check.importable'), value: formatCount(dryRun.importableCount) },
          { label: t('check.refusedRows'), value: formatCount(dryRun.refusedRows.length) },
          { label: t('check.approximatedCells'), value: formatCount(cellCount(dryRun, 'approximated')) },
          { label: t('check.refusedCells'), value: formatCount(cellCount(dryRun, 'refused')) },
        ]}
      />
      {columns.length === 0 && <Notice tone="success">{t('check.allGood')}</Notice>}
      {columns.map((column) => (
        <ColumnProblems
          key={column.column}
          report={column}
          questionnaire={questionnaire}
          mapping={mapping}
          onMapping={onMapping}
        />
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

function ColumnProblems({ report, questionnaire, mapping, onMapping }: ColumnProblemsProps) {
  const { t } = useTranslation('import')
  const target = mapping[report.column]
  const question = target?.kind === 'question' ? findQuestion(questionnaire, target.questionKey) : undefined
  const options = question ? optionsOf(questionnaire, question) : []
  const header = report.header || t('columns.unnamed', { number: report.column + 1 })
  const decide = (cell: string, value: string) => {
    if (!target) return
    const meaning = withMeaning(target, cell, value === 'leave-out' ? null : value)
    onMapping(mapping.map((old, index) => (index === report.column ? meaning : old)))
  }
  return (
    <section className="stack-tight" aria-label={header}>
      <h3>{header}</h3>
      {report.refused.length > 0 && <GroupTable title={t('check.refusedHeading')} groups={report.refused} />}
      {target?.kind === 'question' && options.length > 0 && (
        <div className="columns">
          {report.refused
            .filter(({ cell }) => cell !== '')
            .slice(0, 12)
            .map(({ cell }) => (
              <SelectField
                key={cell}
                name={`meaning.${report.column}.${cell}`}
                label={t('check.decide', { cell })}
                value={meaningValue(target.values?.[cell])}
                emptyLabel={t('check.undecided')}
                choices={[
                  { value: 'leave-out', label: t('check.leaveOut') },
                  ...options.map(({ code, label }) => ({ value: code, label })),
                ]}
                onChange={(value) => decide(cell, value)}
              />
            ))}
        </div>
      )}
      {report.approximated.length > 0 && (
        <GroupTable title={t('check.approximatedHeading')} groups={report.approximated} />
      )}
    </section>
  )
}

const meaningValue = (code: string | null | undefined) => (code === null ? 'leave-out' : (code ?? ''))

interface GroupTableProps {
  readonly title: string
  readonly groups: readonly CellGroup[]
}

function GroupTable({ title, groups }: GroupTableProps) {
  const { t } = useTranslation('import')
  return (
    <DataTable
      caption={title}
      rows={groups}
      rowKey={({ cell, message }) => `${cell} ${message}`}
      columns={[
        {
          key: 'cell',
          header: t('check.cell'),
          cell: ({ cell }) => cell || t('check.emptyCell'),
          isRowHeader: true,
        },
        { key: 'count', header: t('check.count'), cell: ({ count }) => formatCount(count), align: 'end' },
        {
          key: 'rows',
          header: t('check.where'),
          cell: ({ rows, count }) => `${rows.join(', ')}${count > rows.length ? ` ${t('check.more')}` : ''}`,
        },
        { key: 'meaning', header: t('check.meaning'), cell: ({ message }) => message },
      ]}
    />
  )
}
