import type { DayCount } from '@rozeznanie/core/fieldwork'
import type { CollectionMode } from '@rozeznanie/core/response'
import { addDays } from '../i18n/format.ts'

/** Modes in the order of the legend, the same as in results. */
export const MODE_ORDER: readonly CollectionMode[] = ['CAWI', 'KIOSK', 'CAPI', 'PAPI', 'CATI', 'IMPORT']
/** More columns are put together by weeks, so that each can be seen. */
const MOST_DAYS = 45

/** One column of the chart: a day, or seven. */
export interface DayColumn {
  readonly from: string
  readonly to: string
  /** Counted responses by mode, in `MODE_ORDER`. */
  readonly counts: readonly number[]
  readonly count: number
  /** Stored ones, with those left out. */
  readonly storedCount: number
}

/** Columns without gaps, from the first day with an answer to the last. */
export function dayColumns(days: readonly DayCount[]): readonly DayColumn[] {
  const sorted = days.map(({ day }) => day).sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const all: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) all.push(day)
  const step = all.length > MOST_DAYS ? 7 : 1
  return Array.from({ length: Math.ceil(all.length / step) }, (_, index) => {
    const part = all.slice(index * step, (index + 1) * step)
    const own = days.filter(({ day }) => part.includes(day))
    const counts = MODE_ORDER.map((mode) =>
      own.filter((one) => one.mode === mode).reduce((sum, { countedCount }) => sum + countedCount, 0),
    )
    return {
      from: part[0] ?? first,
      to: part.at(-1) ?? last,
      counts,
      count: counts.reduce((sum, count) => sum + count, 0),
      storedCount: own.reduce((sum, { storedCount }) => sum + storedCount, 0),
    }
  })
}

/** The modes that answers came in, with their counts, in the order of the legend. */
export function modeTotals(
  days: readonly DayCount[],
): readonly { readonly mode: CollectionMode; readonly place: number; readonly count: number }[] {
  return MODE_ORDER.map((mode, place) => ({
    mode,
    place,
    count: days.filter((day) => day.mode === mode).reduce((sum, { countedCount }) => sum + countedCount, 0),
  })).filter(({ count }) => count > 0)
}
