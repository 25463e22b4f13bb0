import type { Questionnaire } from '../questionnaire/index.ts'

/** A sheet of a workbook: rows of texts from the first row of the file on, empty rows included. */
export type SheetRows = readonly (readonly string[])[]

/** The sheets of an XLSForm; `choices` and `settings` may be empty. */
export interface XlsFormSheets {
  readonly survey: SheetRows
  readonly choices: SheetRows
  readonly settings: SheetRows
  /** Names of the workbook's other sheets; the report says that they were left out. */
  readonly others?: readonly string[]
}

/** A place in a file that came from elsewhere: sheet (or table), row counted from 1 as people see it, column. */
export interface FormPlace {
  readonly sheet: string
  readonly row: number
  readonly column?: string
}

/** What became of one piece of a form: carried over, carried over with a change, or left out. */
export type LossKind = 'kept' | 'approximated' | 'dropped'

/** One line of the loss report; `message` is a Polish sentence. */
export interface LossEntry extends FormPlace {
  readonly kind: LossKind
  readonly message: string
}

/** Where a form comes from. */
export const FORM_FORMATS = ['xlsform', 'surveyjs', 'limesurvey', 'own'] as const
export type FormFormat = (typeof FORM_FORMATS)[number]

/** Why a form cannot be read, where, in a Polish sentence. */
export interface FormProblem extends FormPlace {
  readonly message: string
}

/** A questionnaire made of a form of another system, and what it cost. */
export interface ImportedForm {
  readonly questionnaire: Questionnaire
  readonly report: readonly LossEntry[]
}

/** A questionnaire written as an XLSForm, and what that format cannot show. */
export interface ExportedXlsForm {
  readonly sheets: XlsFormSheets
  readonly report: readonly LossEntry[]
}

/** A questionnaire written as JSON of SurveyJS, and what that format cannot show. */
export interface ExportedSurveyJs {
  readonly json: Readonly<Record<string, unknown>>
  readonly report: readonly LossEntry[]
}
