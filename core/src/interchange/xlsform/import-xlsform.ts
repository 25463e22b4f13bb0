import type { ImportedForm, XlsFormSheets } from '../model.ts'
import { withoutBrokenRules, type RulePlaces } from '../sound-rules.ts'
import { readForm } from './read-form.ts'

const COLUMNS: RulePlaces['columns'] = {
  visibleIf: 'relevant',
  rowVisibleIf: 'relevant',
  requiredIf: 'required',
  optionFilter: 'choice_filter',
  constraint: 'constraint',
  expression: 'calculation',
  text: 'label',
}

/**
 * Makes a questionnaire of an XLSForm. Nothing is lost in silence: each row is in the report, with what became of it.
 *
 * @throws FormBrokenError with every fault, its sheet and row, when the workbook is no sound form
 */
export function importXlsForm(sheets: XlsFormSheets): ImportedForm {
  const { questionnaire, ledger, placeOf } = readForm(sheets)
  return {
    questionnaire: withoutBrokenRules(questionnaire, ledger, { placeOf, columns: COLUMNS }),
    report: ledger.report,
  }
}
