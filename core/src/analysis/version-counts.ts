import { listNumbers } from '../text.ts'
import type { Columns } from './columns.ts'
import { countCells } from './count-cells.ts'
import { canonicalFilter, type Filter } from './filter.ts'
import { maskedCount, type Mask } from './mask.ts'
import type { Crosstab, QuestionSummary, VersionCount } from './model.ts'

/** How many responses that count there are to each version. */
export function versionCounts(columns: Columns, mask: Mask | null): readonly VersionCount[] {
  const { readings, versionCells } = columns
  const counts =
    readings.length === 1
      ? [maskedCount(columns, mask)]
      : countCells(versionCells, readings.length, columns, mask)
  return readings.map(({ versionNumber }, place) => ({ number: versionNumber, count: counts[place] ?? 0 }))
}

/** Numbers of the versions with responses that count. */
export function countedVersions(columns: Columns, mask: Mask | null): readonly number[] {
  return versionCounts(columns, mask).flatMap(({ number, count }) => (count > 0 ? [number] : []))
}

/** What a summary says of versions, of which `counted` have responses that count. */
export function versionsOfSeries(
  { pool }: Columns,
  key: string,
  counted: readonly number[],
): Pick<QuestionSummary, 'versions' | 'isEarlierWording' | 'notes'> {
  const series = pool?.series.get(key)
  if (series === undefined) return { versions: counted, isEarlierWording: false, notes: [] }
  const own = series.parts.map(({ version }) => version.number)
  const versions = counted.filter((number) => own.includes(number))
  return { versions, isEarlierWording: series.isEarlierWording, notes: series.notes }
}

const questionKeyOf = (key: string): string => key.split('/', 1)[0] ?? key

/** What a crosstab says of versions: only people who were asked both questions can stand in it. */
export function versionsOfCrosstab(
  columns: Columns,
  [rowKey, columnKey]: readonly [string, string],
  mask: Mask | null,
): Pick<Crosstab, 'versions' | 'notes'> {
  const counted = countedVersions(columns, mask)
  const [rows, across] = [rowKey, columnKey].map(
    (key) => versionsOfSeries(columns, questionKeyOf(key), counted).versions,
  )
  const versions = counted.filter((number) => rows?.includes(number) && across?.includes(number))
  if (versions.length === counted.length) return { versions, notes: [] }
  const note =
    versions.length === 0
      ? 'W żadnej wersji kwestionariusza nie zadano obu tych pytań, więc nie ma kogo zestawić.'
      : `Zestawienie obejmuje tylko odpowiedzi z wersji ${listNumbers(versions)}, bo tylko tam zadano oba pytania w tym brzmieniu.`
  return { versions, notes: [note] }
}

/** What a filter by answers leaves out because a version asked otherwise. */
export function filterNotes(columns: Columns, filter: Filter): readonly string[] {
  const counted = countedVersions(columns, null)
  return canonicalFilter(filter).flatMap(({ dimension }) => {
    const key = questionKeyOf(dimension)
    const column = columns.byKey.get(key)
    if (column === undefined) return []
    const { text } = column.question
    const { versions } = versionsOfSeries(columns, key, counted)
    if (versions.length === counted.length) return []
    return versions.length === 0
      ? [
          `Według pytania „${text}” nie można jeszcze filtrować: w obecnym brzmieniu nikt na nie nie odpowiedział.`,
        ]
      : [
          `Filtr według pytania „${text}” obejmuje tylko odpowiedzi z wersji ${listNumbers(versions)}, bo w pozostałych wersjach to pytanie było inne albo go nie było.`,
        ]
  })
}
