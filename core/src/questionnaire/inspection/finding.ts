export type Severity = 'error' | 'warning' | 'hint'

export const FINDING_CODES = [
  'UNREACHABLE',
  'SECTION_UNREACHABLE',
  'CONDITION_NEVER',
  'CONDITION_ALWAYS',
  'ROW_NEVER',
  'ROW_ALWAYS',
  'OPTION_NEVER',
  'OPTION_AGAINST_RULE',
  'OPTIONS_TOO_FEW',
  'CONSTRAINT_NEVER',
  'CONSTRAINT_ALWAYS',
  'REQUIRED_HIDDEN',
  'REQUIRED_NEVER',
  'CYCLE',
  'LATER_QUESTION',
  'DELETED_QUESTION',
  'DELETED_OPTION',
  'DELETED_ROW',
  'RULE_MISTAKE',
  'DOUBLE_BARRELLED',
  'LEADING',
  'NO_DONT_KNOW',
  'NO_REFUSAL',
  'MAYBE_SENSITIVE',
  'NO_NAMES_HINT',
  'LONG_SENTENCE',
  'HARD_TEXT',
  'TOO_LONG',
  'TIME_DIFFERS',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

/** The part of a question, section or questionnaire that a finding is about. */
export type FindingPart =
  | 'visibleIf'
  | 'requiredIf'
  | 'required'
  | 'rowVisibleIf'
  | 'optionFilter'
  | 'constraint'
  | 'expression'
  | 'text'
  | 'options'
  | 'sensitivity'
  | 'estimatedMinutes'

/** Where: a question, or a section when there is no question, or the whole questionnaire when neither. */
export interface FindingPlace {
  readonly questionKey?: string
  readonly sectionKey?: string
  readonly part: FindingPart
  /** Option or row in question. */
  readonly code?: string
}

/** Something an author should know. Errors and warnings about logic are proven for all answers, never guessed. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly place: FindingPlace
  /** Polish, says what to do. */
  readonly message: string
}
