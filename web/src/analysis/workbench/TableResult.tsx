import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewRequest } from '@rozeznanie/core/analysis'
import { ChartDownloads } from '../../charts/ChartDownloads.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { chartOf, chartsFor } from './chart-choice.ts'
import { comparables, MEAN } from './chart-values.ts'
import type { Grid } from './grid.ts'
import { GridChart } from './GridChart.tsx'
import { GridTable } from './GridTable.tsx'
import { HowComputed } from './HowComputed.tsx'
import type { Pointed } from './reading.ts'
import { ReadingStrip } from './ReadingStrip.tsx'
import type { Table } from './workbench-table.ts'

interface TableResultProps {
  readonly grid: Grid
  /** Behind the grid: one, or the compared ones. */
  readonly tables: readonly Table[]
  readonly sentences: readonly string[]
  readonly request: ViewRequest
  readonly onChange: (change: Partial<ViewRequest>) => void
  /** Adds the result to something else: a report. */
  readonly actions?: ReactNode
}

/** One result: what it says in words, its chart, the same in a table, and how it was computed. */
export function TableResult({ grid, tables, sentences, request, onChange, actions }: TableResultProps) {
  const { t } = useTranslation('workbench')
  const titleId = useId()
  const picture = useRef<HTMLDivElement>(null)
  const [pointed, point] = useState<Pointed | null>(null)
  const kind = chartOf(grid, request.chart)
  const offered = comparables(grid)
  const compared = offered.find(({ code }) => code === request.answerCode) ?? offered[0]
  const title =
    grid.groupsTitle === null ? grid.title : t('result.by', { question: grid.title, by: grid.groupsTitle })
  const [first] = tables
  const hiddenBecause = first?.hiddenBecause ?? null
  const labelOf = (code: string, label: string | null) =>
    label ?? t(code === MEAN ? 'chart.mean' : 'chart.topTwo')
  return (
    <section className="card result" aria-labelledby={titleId}>
      <div>
        <h2 id={titleId}>{grid.title}</h2>
        {grid.groupsTitle !== null && (
          <p className="result__by">{t('result.byLine', { by: grid.groupsTitle })}</p>
        )}
      </div>
      {sentences.length > 0 && (
        <div className="result__sentences">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {hiddenBecause !== null ? (
        <p className="result__hidden">{hiddenBecause}</p>
      ) : (
        <>
          <div className="result__choices no-print">
            <SelectField
              name={`chart-${grid.title}`}
              label={t('chart.kind')}
              context={title}
              value={kind}
              choices={chartsFor(grid).map((value) => ({ value, label: t(`chart.kinds.${value}`) }))}
              onChange={(value) => onChange({ chart: chartsFor(grid).find((one) => one === value) ?? null })}
            />
            {kind === 'DOTS' && (
              <SelectField
                name={`answer-${grid.title}`}
                label={t('chart.compared')}
                context={title}
                value={compared?.code ?? ''}
                choices={offered.map(({ code, label }) => ({ value: code, label: labelOf(code, label) }))}
                onChange={(answerCode) => onChange({ answerCode })}
              />
            )}
          </div>
          {kind !== 'TABLE' && (
            <>
              <div className="result__chart" ref={picture}>
                {kind === 'DOTS' && compared && (
                  <p className="result__compared">{labelOf(compared.code, compared.label)}</p>
                )}
                <GridChart
                  grid={grid}
                  kind={kind}
                  name={t('chart.name', { title, sentences: sentences.join(' ') })}
                  compared={compared?.code ?? ''}
                  onPlace={point}
                />
              </div>
              {(kind === 'BARS' || kind === 'DOTS') && (
                <p className="muted result__key">
                  {t(grid.isModel ? 'chart.intervalModel' : 'chart.interval')}
                </p>
              )}
            </>
          )}
          <ReadingStrip grid={grid} pointed={pointed} />
          <GridTable grid={grid} title={title} onPoint={point} />
        </>
      )}
      <HowComputed tables={tables} />
      <div className="result__actions no-print">
        {kind !== 'TABLE' && hiddenBecause === null && (
          <ChartDownloads root={picture} words={{ title, lines: pictureLines(tables, t('picture.house')) }} />
        )}
        {actions}
      </div>
    </section>
  )
}

/** What stands under a picture: whom the numbers are about, and where they are from. */
function pictureLines([first]: readonly Table[], house: string): readonly string[] {
  return [...(first?.footer ?? []), house]
}
