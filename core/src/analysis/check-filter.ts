import type { FieldProblem } from '../errors.ts'
import { COLLECTION_MODES } from '../response/index.ts'
import type { Columns } from './columns.ts'
import { AGE_QUESTION, SEX_QUESTION } from './mask.ts'
import type { ResponseFilter } from './model.ts'

interface AnswerPart {
  readonly path: 'sexCodes' | 'ageCodes'
  readonly questionKey: string
  /** „Ta ankieta nie pyta o …” */
  readonly subject: string
}

const ANSWER_PARTS: readonly AnswerPart[] = [
  { path: 'sexCodes', questionKey: SEX_QUESTION, subject: 'płeć' },
  { path: 'ageCodes', questionKey: AGE_QUESTION, subject: 'wiek' },
]

function checkAnswers(
  columns: Columns,
  { path, questionKey, subject }: AnswerPart,
  codes: readonly string[],
) {
  if (codes.length === 0) return []
  const column = columns.byKey.get(questionKey)
  if (column?.kind !== 'code') {
    return [
      { path, message: `Ta ankieta nie pyta o ${subject}, więc nie można według tego filtrować wyników.` },
    ]
  }
  return codes
    .filter((code) => !column.dictionary.indexOf.has(code))
    .map((code) => ({ path, message: `W pytaniu o ${subject} nie ma odpowiedzi „${code.slice(0, 40)}”.` }))
}

/** What in a filter this survey cannot answer: unknown localities, codes and modes. None: the filter can be used. */
export function checkFilter(columns: Columns, filter: ResponseFilter): readonly FieldProblem[] {
  const localities = (filter.localityIds ?? []).filter((id) => !columns.localities.indexOf.has(id))
  const modes = (filter.modes ?? []).filter((mode) => !(COLLECTION_MODES as readonly string[]).includes(mode))
  return [
    ...localities.map(() => ({
      path: 'localityIds',
      message: 'Tej miejscowości nie ma w gminie, w której trwa ankieta. Proszę wybrać ją z listy.',
    })),
    ...ANSWER_PARTS.flatMap((part) => checkAnswers(columns, part, filter[part.path] ?? [])),
    ...modes.map((mode) => ({ path: 'modes', message: `Nie ma sposobu zbierania „${mode.slice(0, 40)}”.` })),
  ]
}
