import type { ImportedForm, XlsFormSheets } from '../model.ts'
import { withoutBrokenRules } from '../sound-rules.ts'
import { readForm } from './read-form.ts'

/**
 * Makes a questionnaire of an XLSForm. Nothing is lost in silence: each row is in the report, with what became of it.
 *
 * @throws FormBrokenError with every fault, its sheet and row, when the workbook is no sound form
 */
export function importXlsForm(sheets: XlsFormSheets): ImportedForm {
  const { questionnaire, ledger, placeOf } = readForm(sheets)
  return { questionnaire: withoutBrokenRules(questionnaire, ledger, placeOf), report: ledger.report }
}
