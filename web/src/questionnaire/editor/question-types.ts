import type { QuestionType } from '@rozeznanie/core/questionnaire'

/** Types as the window for choosing shows them: by what the person who answers does. */
export const TYPE_GROUPS: readonly {
  readonly group: 'choose' | 'rate' | 'tables' | 'write' | 'others'
  readonly types: readonly QuestionType[]
}[] = [
  { group: 'choose', types: ['SINGLE', 'MULTI', 'RANK'] },
  { group: 'rate', types: ['SCALE_1_5', 'SCALE_0_10'] },
  { group: 'tables', types: ['MATRIX_SINGLE', 'MATRIX_MULTI'] },
  { group: 'write', types: ['TEXT_SHORT', 'TEXT_LONG', 'NUMBER', 'DATE_YEAR', 'LOCALITY'] },
  { group: 'others', types: ['INFO', 'CONSENT', 'ROSTER', 'CALCULATED'] },
]
