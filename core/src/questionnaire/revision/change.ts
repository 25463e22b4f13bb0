export type Weight = 'harmless' | 'careful' | 'breaking'

export const CHANGE_KINDS = [
  'QUESTION_ADDED',
  'QUESTION_REMOVED',
  'QUESTION_MOVED',
  'GROUP_CHANGED',
  'TYPE_CHANGED',
  'UNIT_CHANGED',
  'CALCULATION_CHANGED',
  'TEXT_FIXED',
  'TEXT_REWORDED',
  'MEANING_CHANGED',
  'OPTION_ADDED',
  'OPTION_REMOVED',
  'OPTIONS_REORDERED',
  'VALUE_CHANGED',
  'ROW_ADDED',
  'ROW_REMOVED',
  'ROWS_REORDERED',
  'LOGIC_SAME',
  'LOGIC_NARROWER',
  'LOGIC_WIDER',
  'LOGIC_CHANGED',
  'LIMITS_WIDER',
  'LIMITS_NARROWER',
  'SETTING_CHANGED',
  'TRANSLATION_CHANGED',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export interface ChangePlace {
  readonly questionKey?: string
  readonly sectionKey?: string
  /** Field of the question or section: `text`, `visibleIf`, `options`. */
  readonly part: string
  /** Option or row in question. */
  readonly code?: string
}

/** One difference between two versions, and what it means for answers. */
export interface Change {
  readonly kind: ChangeKind
  readonly weight: Weight
  readonly place: ChangePlace
  /** Keys of the questions whose answers it bears on. */
  readonly affects: readonly string[]
  /** Must the question get a new key? A question that is left out needs none. */
  readonly demandsNewKey: boolean
  /** Polish: what changed, what it does, in numbers where they are known. */
  readonly message: string
}

/** How many answers there are so far; what is not told is not known. */
export interface Usage {
  readonly answersByQuestion: Readonly<Record<string, number>>
  /** By question, then by code of the option (or by key of the row). */
  readonly answersByOption: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export const NO_USAGE: Usage = { answersByQuestion: {}, answersByOption: {} }

export function answersOf({ answersByQuestion }: Usage, key: string): number | undefined {
  return Object.hasOwn(answersByQuestion, key) ? answersByQuestion[key] : undefined
}

/** Answers that chose an option. Where only the question is known to have none, the option has none either. */
export function choicesOf(usage: Usage, key: string, code: string): number | undefined {
  const own = Object.hasOwn(usage.answersByOption, key) ? usage.answersByOption[key] : undefined
  if (own !== undefined && Object.hasOwn(own, code)) return own[code]
  return answersOf(usage, key) === 0 ? 0 : undefined
}

/** A change of one question. */
export function changeOf(
  key: string,
  kind: ChangeKind,
  weight: Weight,
  part: string,
  message: string,
  code?: string,
): Change {
  const place = { questionKey: key, part, ...(code !== undefined && { code }) }
  return { kind, weight, place, affects: [key], demandsNewKey: weight === 'breaking', message }
}
