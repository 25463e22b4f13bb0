import type { FieldworkBoard } from '@rozeznanie/core/fieldwork'
import { useTranslation } from 'react-i18next'
import { ChartFrame } from '../charts/ChartFrame.tsx'
import { ChartWithTable } from '../charts/ChartWithTable.tsx'
import { colourOf } from '../charts/chart-colours.ts'
import { formatCount, formatDay, formatPeriod } from '../i18n/format.ts'
import { Card } from '../ui/Card.tsx'
import { type DayColumn, dayColumns, modeTotals } from './days-data.ts'

/** Answers by day and mode: a column a day, and the same numbers as a table. */
export function DaysCard({ board }: { readonly board: FieldworkBoard }) {
  const { t } = useTranslation('fieldwork')
  const columns = dayColumns(board.days)
  const modes = modeTotals(board.days)
  if (columns.length === 0) {
    return (
      <Card title={t('days.title')}>
        <p>{t('days.none')}</p>
      </Card>
    )
  }
  const when = ({ from, to }: DayColumn) => (from === to ? formatDay(from) : formatPeriod(from, to))
  const name = modes.map(({ mode, count }) => `${t(`mode.${mode}`)}: ${formatCount(count)}`).join(', ')
  return (
    <Card title={t('days.title')}>
      <ChartWithTable
        caption={t('days.caption')}
        isTableOpen={false}
        chart={
          <div className="chart-with-legend">
            <ul className="chart-legend">
              {modes.map(({ mode, place, count }) => (
                <li key={mode}>
                  <svg width="14" height="14" aria-hidden="true">
                    <rect width="14" height="14" rx="3" fill={colourOf(undefined, place).fill} />
                  </svg>
                  {t(`mode.${mode}`)}: {formatCount(count)}
                </li>
              ))}
            </ul>
            <ChartFrame name={t('days.name', { modes: name })}>
              {(width) => <DayColumns columns={columns} width={width} />}
            </ChartFrame>
          </div>
        }
        columns={[
          t('days.day'),
          ...modes.map(({ mode }) => t(`mode.${mode}`)),
          t('days.all'),
          t('days.stored'),
        ]}
        rows={columns
          .filter(({ storedCount }) => storedCount > 0)
          .map((column) => ({
            key: column.from,
            cells: [
              when(column),
              ...modes.map(({ place }) => formatCount(column.counts[place] ?? 0)),
              formatCount(column.count),
              formatCount(column.storedCount),
            ],
          }))}
      />
    </Card>
  )
}

const HEIGHT = 220
const FOOT = 24
const HEAD = 18
const GAP = 2

function DayColumns({ columns, width }: { readonly columns: readonly DayColumn[]; readonly width: number }) {
  const highest = Math.max(1, ...columns.map(({ count }) => count))
  const step = width / columns.length
  const unit = (HEIGHT - FOOT - HEAD) / highest
  const last = columns.at(-1)
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true">
      <line x1="0" x2={width} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} stroke="var(--line-strong)" />
      {columns.map((column, index) => (
        <DayBar
          key={column.from}
          column={column}
          x={index * step}
          width={Math.max(1, Math.min(step - GAP, 48))}
          unit={unit}
          isHighest={column.count === highest}
        />
      ))}
      <text className="chart__label" x="0" y={HEIGHT - 6}>
        {formatDay(columns[0]?.from ?? '')}
      </text>
      {last && columns.length > 1 && width > 300 && (
        <text className="chart__label" x={width} y={HEIGHT - 6} textAnchor="end">
          {formatDay(last.to)}
        </text>
      )}
    </svg>
  )
}

interface DayBarProps {
  readonly column: DayColumn
  readonly x: number
  readonly width: number
  readonly unit: number
  /** The highest column bears its number, as a measure of the others. */
  readonly isHighest: boolean
}

function DayBar({ column, x, width, unit, isHighest }: DayBarProps) {
  const tops = column.counts.map((_count, place) =>
    column.counts.slice(0, place + 1).reduce((sum, count) => sum + count, 0),
  )
  const baseline = HEIGHT - FOOT
  return (
    <g>
      {column.counts.map(
        (count, place) =>
          count > 0 && (
            <rect
              key={tops[place]}
              x={x}
              y={baseline - (tops[place] ?? 0) * unit}
              width={width}
              height={count * unit}
              fill={colourOf(undefined, place).fill}
            />
          ),
      )}
      {isHighest && (
        <text className="chart__value" x={x} y={baseline - column.count * unit - 5}>
          {formatCount(column.count)}
        </text>
      )}
    </g>
  )
}
