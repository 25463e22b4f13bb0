import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '../../ui/table.css'
import type { Grid } from './grid.ts'
import { movedFocus, tableTwin, type TableCell, type TableHead, type TwinWords } from './grid-table.ts'
import type { Pointed } from './reading.ts'

interface GridTableProps {
  readonly grid: Grid
  /** Said after the caption, not seen: whose data these are. */
  readonly title: string
  readonly onPoint: (pointed: Pointed | null) => void
}

const START = { line: 0, cell: 0 }

/** The table twin: arrow keys go from cell to cell, and each cell that has the focus or the pointer is explained. */
export function GridTable({ grid, title, onPoint }: GridTableProps) {
  const { t } = useTranslation('workbench')
  const table = useRef<HTMLTableElement>(null)
  const hintId = useId()
  const [focused, setFocused] = useState(START)
  const { corner, columns, lines } = tableTwin(grid, useTwinWords(grid.isModel))
  const size = { lines: lines.length, cells: columns.length }
  const current = focused.line < size.lines && focused.cell < size.cells ? focused : START
  const move = (event: KeyboardEvent) => {
    const to = movedFocus(current, event.key, size)
    if (!to || !(event.target instanceof HTMLElement) || event.target.dataset.cell === undefined) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.line}-${to.cell}"]`)?.focus()
  }
  return (
    <div className="table-frame grid-table">
      <p className="visually-hidden" id={hintId}>
        {t('table.keys')}
      </p>
      <table ref={table} className="table" role="grid" aria-describedby={hintId} onKeyDown={move}>
        <caption>
          {t('table.caption')}
          <span className="visually-hidden"> {title}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((head) => (
              <th key={head.label} scope="col" className="table__end">
                <Head head={head} onPoint={onPoint} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, head, cells, isTotal = false }, line) => (
            <tr key={key} className={isTotal ? 'grid-table__total' : undefined}>
              <th scope="row">
                <Head head={head} onPoint={onPoint} />
              </th>
              {cells.map((cell, place) => (
                <td
                  key={place}
                  className="table__end"
                  role="gridcell"
                  data-cell={`${line}-${place}`}
                  tabIndex={current.line === line && current.cell === place ? 0 : -1}
                  onFocus={() => {
                    setFocused({ line, cell: place })
                    onPoint(cell.pointed)
                  }}
                  onBlur={() => onPoint(null)}
                  onMouseEnter={() => onPoint(cell.pointed)}
                  onMouseLeave={() => onPoint(null)}
                >
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useTwinWords(isModel: boolean): TwinWords {
  const { t } = useTranslation('workbench')
  return {
    answer: t('table.answer'),
    question: t('table.question'),
    count: t('table.count'),
    effective: t('table.effective'),
    percent: t('table.percent'),
    interval: t(isModel ? 'table.intervalModel' : 'table.interval'),
    reliability: t('table.reliability'),
    mean: t('table.mean'),
    tooFew: t('value.tooFew'),
    levels: { A: t('levels.A'), B: t('levels.B'), C: t('levels.C'), D: t('levels.D') },
  }
}

interface HeadProps {
  readonly head: TableHead
  readonly onPoint: (pointed: Pointed | null) => void
}

/** A heading; a word that wants explaining is a button, so that keys and fingers reach it too. */
function Head({ head: { label, term }, onPoint }: HeadProps) {
  if (term === undefined) return label
  return (
    <button
      type="button"
      className="term"
      onClick={() => onPoint(term)}
      onFocus={() => onPoint(term)}
      onBlur={() => onPoint(null)}
      onMouseEnter={() => onPoint(term)}
      onMouseLeave={() => onPoint(null)}
    >
      {label}
    </button>
  )
}

interface CellTextProps {
  readonly cell: TableCell
}

function CellText({ cell: { text, range, sign, isMissing, isCareful } }: CellTextProps) {
  const { t } = useTranslation('workbench')
  if (isMissing) return <span className="grid-table__missing">{text}</span>
  return (
    <>
      <span className="grid-table__value">
        {text}
        {sign && (
          <span className="grid-table__sign">
            {'\u00a0'}
            <span aria-hidden="true">{sign}</span>
            <span className="visually-hidden">{t(sign === '▲' ? 'signs.ABOVE' : 'signs.BELOW')}</span>
          </span>
        )}
      </span>
      {range && <span className="grid-table__range">{range}</span>}
      {isCareful && <span className="grid-table__careful">{t('value.careful')}</span>}
    </>
  )
}
