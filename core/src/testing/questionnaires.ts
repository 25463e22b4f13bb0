import type {
  Answers,
  ExpressionText,
  Option,
  Question,
  Questionnaire,
  Section,
} from '../questionnaire/index.ts'

/** The least of a question that a test has to say. */
type QuestionExtras = Partial<
  Pick<Question, 'text' | 'required' | 'requiredIf' | 'visibleIf' | 'constraint' | 'help' | 'core'>
>

const isSections = (parts: readonly Question[] | readonly Section[]): parts is readonly Section[] =>
  parts.some((part) => 'title' in part)

/** A questionnaire of these questions (in one section), or of these sections. */
export function aQuestionnaire(
  parts: readonly Question[] | readonly Section[],
  overrides: Partial<Questionnaire> = {},
): Questionnaire {
  return {
    format: 'rozeznanie-questionnaire/1',
    key: 'test',
    title: 'Ankieta próbna',
    description: 'Kwestionariusz do testów.',
    audience: 'RESIDENT',
    language: 'pl',
    estimatedMinutes: 5,
    intro: ['Szanowni Państwo!'],
    thanks: ['Dziękujemy.'],
    lists: {},
    sections: isSections(parts) ? parts : [aSection('main', parts)],
    ...overrides,
  }
}

/** A section of these questions, shown under the condition if there is one. */
export function aSection(key: string, questions: readonly Question[], visibleIf?: ExpressionText): Section {
  return { key, title: `Część ${key}`, questions, ...(visibleIf !== undefined && { visibleIf }) }
}

/** Options of these codes, labelled by their codes. */
export function options(...codes: readonly string[]): readonly Option[] {
  return codes.map((code) => ({ code, label: code }))
}

/** A question answered `yes` or `no`. */
export function yesNo(key: string, visibleIf?: ExpressionText): Question {
  return {
    key,
    type: 'SINGLE',
    text: `${key}?`,
    options: [
      { code: 'yes', label: 'Tak' },
      { code: 'no', label: 'Nie' },
    ],
    ...(visibleIf !== undefined && { visibleIf }),
  }
}

/** A single choice out of these codes. */
export function single(key: string, codes: readonly string[], extras: QuestionExtras = {}): Question {
  return { key, type: 'SINGLE', text: `${key}?`, options: options(...codes), ...extras }
}

/** A multi-choice out of these codes. */
export function multi(
  key: string,
  codes: readonly string[],
  extras: QuestionExtras & { readonly minChoices?: number; readonly maxChoices?: number } = {},
): Question {
  return { key, type: 'MULTI', text: `${key}?`, options: options(...codes), ...extras }
}

/** A matrix with these rows and one choice out of these codes in each. */
export function matrix(
  key: string,
  rows: readonly string[],
  codes: readonly string[],
  extras: QuestionExtras & { readonly rowVisibleIf?: ExpressionText } = {},
): Question {
  return {
    key,
    type: 'MATRIX_SINGLE',
    text: `${key}?`,
    rows: rows.map((row) => ({ key: row, label: row })),
    options: options(...codes),
    ...extras,
  }
}

/** A number asked for. */
export function number(key: string, extras: QuestionExtras = {}): Question {
  return { key, type: 'NUMBER', text: `${key}?`, ...extras }
}

/** These questions asked of each person. */
export function roster(
  key: string,
  questions: readonly Question[],
  extras: QuestionExtras & { readonly minItems?: number; readonly maxItems?: number } = {},
): Question {
  return { key, type: 'ROSTER', text: `${key}?`, itemName: 'osoba', questions, ...extras }
}

/** A value worked out from other answers. */
export function calculated(key: string, expression: ExpressionText): Question {
  return { key, type: 'CALCULATED', text: key, expression }
}

/** The condition that a question was answered with this code. */
export const when = (question: string, value: string): ExpressionText => `${question} = '${value}'`

/** Answers by question key. */
export const answers = (given: Answers): Answers => given
