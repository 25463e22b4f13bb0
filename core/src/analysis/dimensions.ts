import { COLLECTION_MODES, LOCALITY_QUESTION_KEY, MODE_NAMES } from '../response/index.ts'
import type { Columns } from './columns.ts'
import { countCells } from './count-cells.ts'
import { BY_LOCALITY, BY_MODE, BY_VERSION } from './filter.ts'
import type { CodeLabel } from './model.ts'

/** Something that responses can be filtered by. */
export interface Dimension {
  /** As `Condition.dimension` names it. */
  readonly key: string
  /** Polish: what it is, or the wording of the question. */
  readonly label: string
  readonly codes: readonly CodeLabel[]
  /** Outsiders may filter by it as well: place, and what a person is (`dem_…`), never what they think or need. */
  readonly isPublished: boolean
}

const DEMOGRAPHIC = 'dem_'

/** The question of the locality is left out: a response's own locality knows more, also where nobody was asked. */
function answerDimensions({ byKey }: Columns): Dimension[] {
  return [...byKey].flatMap(([key, column]): Dimension[] => {
    const { question } = column
    if (column.kind === 'matrix') {
      return column.rows.map((row) => ({
        key: `${key}/${row.key}`,
        label: `${question.text} – ${row.label}`,
        codes: row.column.dictionary.options,
        isPublished: false,
      }))
    }
    if ((column.kind !== 'code' && column.kind !== 'set') || key === LOCALITY_QUESTION_KEY) return []
    const isPublished =
      key.startsWith(DEMOGRAPHIC) && column.kind === 'code' && (question.sensitivity ?? 'NONE') === 'NONE'
    return [{ key, label: question.text, codes: column.dictionary.options, isPublished }]
  })
}

/** Everything that this survey's responses can be filtered by, place first; of modes and versions those there are. */
export function dimensionsOf(columns: Columns): readonly Dimension[] {
  const byMode = countCells(columns.modes, COLLECTION_MODES.length, columns, null)
  const places: Dimension = {
    key: BY_LOCALITY,
    label: 'Miejscowość',
    codes: columns.localities.options,
    isPublished: true,
  }
  const modes: Dimension = {
    key: BY_MODE,
    label: 'Sposób zebrania odpowiedzi',
    codes: COLLECTION_MODES.filter((_, index) => byMode[index]! > 0).map((mode) => ({
      code: mode,
      label: MODE_NAMES[mode],
    })),
    isPublished: false,
  }
  const versions: Dimension = {
    key: BY_VERSION,
    label: 'Wersja kwestionariusza',
    codes: columns.readings.map(({ versionNumber }) => ({
      code: String(versionNumber),
      label: `wersja ${versionNumber}`,
    })),
    isPublished: false,
  }
  return [
    ...(places.codes.length > 0 ? [places] : []),
    ...answerDimensions(columns),
    ...(modes.codes.length > 0 ? [modes] : []),
    ...(versions.codes.length > 1 ? [versions] : []),
  ]
}
