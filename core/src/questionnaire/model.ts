/** The types of question of the product (handbook §8.2). */
export const QUESTION_TYPES = [
  'SINGLE',
  'MULTI',
  'MATRIX_SINGLE',
  'MATRIX_MULTI',
  'RANK',
  'SCALE_1_5',
  'SCALE_0_10',
  'NUMBER',
  'TEXT_SHORT',
  'TEXT_LONG',
  'DATE_YEAR',
  'LOCALITY',
  'CONSENT',
  'INFO',
  'ROSTER',
  'CALCULATED',
] as const
export type QuestionType = (typeof QUESTION_TYPES)[number]

/** Special codes, the same for every question: they are codes of options like any other. */
export const NOT_APPLICABLE = '-97'
export const DONT_KNOW = '-98'
export const REFUSED = '-99'

/** Who answers. */
export const AUDIENCES = ['RESIDENT', 'SENIOR', 'FAMILY', 'PROVIDER', 'STAKEHOLDER', 'STAFF'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Other wordings by language (`uk`, `en`); a text that is missing is shown in Polish. */
export type Translations<Texts extends string> = Readonly<
  Record<string, { readonly [Text in Texts]?: string }>
>

/**
 * An answer that can be chosen. `code` never changes meaning within a question's key
 * (digits of a scale, `-97 -98 -99`, or a word such as `CARE_HOME`).
 */
export interface Option {
  readonly code: string
  readonly label: string
  /** Numeric meaning on a scale, for means; absent on nominal options and on the special codes. */
  readonly value?: number
  /** Choosing it excludes all others of a multi-choice („nic mi nie przeszkadza”). */
  readonly exclusive?: boolean
  /** Asks for a short text beside it („inne, jakie?”). */
  readonly allowsText?: boolean
  readonly translations?: Translations<'label'>
}

/** A shared list of options: a scale (`SC_SAT5`) or a code list (`CL_AGE`). */
export interface OptionList {
  readonly label: string
  readonly options: readonly Option[]
}

/** A row of a matrix; its `key` is as stable as a question's. */
export interface MatrixRow {
  readonly key: string
  readonly label: string
  readonly translations?: Translations<'label'>
}

/**
 * A rule of a questionnaire as text in the language of expressions
 * (`dem_age in ['75_79', '80_84'] and not answered(sen_help)`); the grammar is told in `expression/ast.ts`.
 */
export type ExpressionText = string

/** A rule that answers must keep; in `expression` the word `this` stands for the question's own answer. */
export interface Constraint {
  readonly expression: ExpressionText
  /** What the respondent reads when the rule is broken. */
  readonly message: string
  readonly translations?: Translations<'message'>
}

/**
 * How answers under an older key are read as answers to this question: `codes` says what became of each old code
 * (`-` codes too). Statistics may then join the two series.
 */
export interface Crosswalk {
  readonly from: string
  readonly codes: Readonly<Record<string, string>>
}

/** Texts of a question itself; those of its options, rows and constraints stand beside them. */
export type QuestionText = 'text' | 'help' | 'easyText' | 'minLabel' | 'maxLabel' | 'unit' | 'itemName'

interface QuestionBase {
  /** Stable for ever; local questions begin with `loc_<teryt6>_`. */
  readonly key: string
  /** Texts may hold expressions in braces: „Jak długo korzysta Pan/Pani z usługi {service}?”. */
  readonly text: string
  readonly help?: string
  /** Easy-to-read wording (ETR). */
  readonly easyText?: string
  /** Only a required question blocks going on; the default is optional, as the intro promises. */
  readonly required?: boolean
  /** Required when this holds, besides `required`. */
  readonly requiredIf?: ExpressionText
  readonly visibleIf?: ExpressionText
  readonly constraint?: readonly Constraint[]
  readonly translations?: Translations<QuestionText>
  /** Set when this question replaces one of an earlier version under a new key. */
  readonly crosswalk?: Crosswalk
  /** Locked for wording, options and order by its owner, so that municipalities can be compared. */
  readonly core?: boolean
  readonly sensitivity?: 'NONE' | 'SPECIAL_CATEGORY' | 'CHILD'
  /** Sections of the LPDI template this question feeds (`A3.2`). */
  readonly lpdiSections?: readonly string[]
  readonly diAreas?: readonly string[]
}

/** Options stand inline or come from a list of the document; exactly one of the two. */
interface WithOptions {
  readonly options?: readonly Option[]
  readonly list?: string
  /** Keeps only these codes of the list, in the list's order. */
  readonly only?: readonly string[]
  /** An option is offered only when this holds; `$option` stands for its code. The special codes always stay. */
  readonly optionFilter?: ExpressionText
}

export interface SingleQuestion extends QuestionBase, WithOptions {
  readonly type: 'SINGLE'
}
export interface MultiQuestion extends QuestionBase, WithOptions {
  readonly type: 'MULTI'
  readonly minChoices?: number
  readonly maxChoices?: number
}
/** `rows` stand inline or come from a list (`rowsList`: codes become row keys). */
export interface MatrixQuestion extends QuestionBase, WithOptions {
  readonly type: 'MATRIX_SINGLE' | 'MATRIX_MULTI'
  readonly rows?: readonly MatrixRow[]
  readonly rowsList?: string
  readonly onlyRows?: readonly string[]
  /** A row is asked only when this holds; `$row` in it stands for the row's key. */
  readonly rowVisibleIf?: ExpressionText
}
/** Choose and order the `top` most important options. */
export interface RankQuestion extends QuestionBase, WithOptions {
  readonly type: 'RANK'
  readonly top: number
}
/** Whole numbers 1..5 or 0..10 with labels at the ends; options are optional labels of points. */
export interface ScaleQuestion extends QuestionBase, WithOptions {
  readonly type: 'SCALE_1_5' | 'SCALE_0_10'
  readonly minLabel?: string
  readonly maxLabel?: string
}
export interface NumberQuestion extends QuestionBase {
  readonly type: 'NUMBER'
  readonly min?: number
  readonly max?: number
  readonly unit?: string
  /** Decimal places allowed; 0 when absent. */
  readonly decimals?: number
}
export interface TextQuestion extends QuestionBase {
  readonly type: 'TEXT_SHORT' | 'TEXT_LONG'
  readonly maxLength?: number
}
export interface YearQuestion extends QuestionBase {
  readonly type: 'DATE_YEAR'
  readonly min?: number
  readonly max?: number
}
/** A locality of the survey's municipality, by id; `-99` „nie chcę podawać”. */
export interface LocalityQuestion extends QuestionBase {
  readonly type: 'LOCALITY'
}
/** A box that must be ticked to go on when `required`. */
export interface ConsentQuestion extends QuestionBase {
  readonly type: 'CONSENT'
}
/** Text only; never answered. */
export interface InfoQuestion extends QuestionBase {
  readonly type: 'INFO'
}
/**
 * Questions asked again for each item: people in the household, services of a provider.
 * A roster may hold rosters, and those no more. Keys within it are unique in the whole questionnaire.
 */
export interface RosterQuestion extends QuestionBase {
  readonly type: 'ROSTER'
  /** What one item is, in the nominative: „osoba”. */
  readonly itemName: string
  readonly minItems?: number
  readonly maxItems?: number
  readonly questions: readonly Question[]
}
/** A value worked out from other answers; never shown, stored as any answer. */
export interface CalculatedQuestion extends QuestionBase {
  readonly type: 'CALCULATED'
  readonly expression: ExpressionText
}

export type Question =
  | SingleQuestion
  | MultiQuestion
  | MatrixQuestion
  | RankQuestion
  | ScaleQuestion
  | NumberQuestion
  | TextQuestion
  | YearQuestion
  | LocalityQuestion
  | ConsentQuestion
  | InfoQuestion
  | RosterQuestion
  | CalculatedQuestion

export interface Section {
  readonly key: string
  readonly title: string
  readonly description?: string
  readonly visibleIf?: ExpressionText
  readonly translations?: Translations<'title' | 'description'>
  readonly questions: readonly Question[]
}

/** Wordings of what stands around the questions, in another language. */
export interface QuestionnaireTexts {
  readonly title?: string
  readonly description?: string
  readonly intro?: readonly string[]
  readonly thanks?: readonly string[]
}

/**
 * A questionnaire as data. Texts of `intro` and `thanks` may hold `{organizacja}`, `{gmina}`, `{telefon}`, `{minuty}`.
 * The JSON Schema of this shape is `questionnaire.schema.json` beside the library.
 */
export interface Questionnaire {
  readonly format: 'rozeznanie-questionnaire/1'
  readonly key: string
  readonly title: string
  readonly description: string
  readonly audience: Audience
  readonly language: 'pl'
  readonly estimatedMinutes: number
  readonly intro: readonly string[]
  readonly thanks: readonly string[]
  readonly lists: Readonly<Record<string, OptionList>>
  readonly sections: readonly Section[]
  readonly translations?: Readonly<Record<string, QuestionnaireTexts>>
}

/**
 * The answer to one question, as stored in JSON:
 * - SINGLE, SCALE_*, LOCALITY: a code (scales: the digit as text, `"4"`)
 * - MULTI: a list of codes; RANK: a list of codes, first place first
 * - MATRIX_SINGLE: row key → code; MATRIX_MULTI: row key → list of codes
 * - NUMBER, DATE_YEAR: a finite number, or a special code as text
 * - TEXT_*: a text; CONSENT: `true`
 * - ROSTER: a list of answers, one per item
 * - CALCULATED: a number, a text, a code or `true`/`false`, as its expression gives it
 */
export type Answer =
  | string
  | number
  | boolean
  | readonly string[]
  | Readonly<Record<string, string>>
  | Readonly<Record<string, readonly string[]>>
  | readonly Answers[]

/** Answers by question key. The text beside an option with `allowsText` stands under `<key>.inne`. */
export interface Answers {
  readonly [key: string]: Answer
}

/** The key under which the text of „inne, jakie?” of a question is stored. */
export const otherTextKey = (questionKey: string): string => `${questionKey}.inne`
