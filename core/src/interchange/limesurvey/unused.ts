import type { Ledger } from '../ledger.ts'
import type { FormPlace } from '../model.ts'
import type { LssRow, LssTables } from './tables.ts'

/** Attributes that change what people see or what answers may be, and why they are left out. */
const LOST: Readonly<Record<string, string>> = {
  array_filter: 'wierszy i odpowiedzi nie ukrywamy według innego pytania',
  array_filter_exclude: 'wierszy i odpowiedzi nie ukrywamy według innego pytania',
  em_validation_q: 'sprawdzania odpowiedzi wyrażeniem LimeSurvey nie ma u nas',
  em_validation_sq: 'sprawdzania odpowiedzi wyrażeniem LimeSurvey nie ma u nas',
  equals_num_value: 'sumy odpowiedzi nie sprawdzamy',
  min_num_value: 'sumy odpowiedzi nie sprawdzamy',
  max_num_value: 'sumy odpowiedzi nie sprawdzamy',
  prefix: 'tekstu przed polem nie ma u nas',
  time_limit: 'czasu na odpowiedź nie ograniczamy',
  input_boxes: 'pól do wpisywania w tabeli nie ma u nas',
}
const SWITCHES: Readonly<Record<string, string>> = {
  random_order: 'losowej kolejności nie ma u nas; zostaje kolejność z ankiety',
  answer_order: 'losowej kolejności nie ma u nas; zostaje kolejność z ankiety',
  alphasort: 'kolejności alfabetycznej nie ma u nas; zostaje kolejność z ankiety',
  hidden:
    'pytanie było ukryte, a u nas będzie widoczne; prosimy usunąć je w edytorze, jeśli nie jest potrzebne',
}

/** Tells of what a question says besides its text and choices, and of what has no place here. */
export function reportUnused(tables: LssTables, question: LssRow, place: FormPlace, ledger: Ledger): void {
  const { qid, type, preg = '', relevance = '' } = question
  const tell = (column: string, text: string, why: string) =>
    ledger.dropped({ ...place, column }, `Pominięto „${text}”: ${why}.`)
  for (const [name, why] of Object.entries(LOST)) {
    const value = tables.attribute(qid, name)
    if (value !== '') tell(name, value, why)
  }
  for (const [name, why] of Object.entries(SWITCHES)) {
    const value = tables.attribute(qid, name)
    if (['1', 'random', 'alphabetical'].includes(value) && !(name === 'hidden' && type === '*'))
      tell(name, name, why)
  }
  if (preg !== '') tell('preg', preg, 'wzorców nie sprawdzamy')
  const isDefault = tables.having('defaultvalues', 'qid', qid).length > 0
  if (isDefault) tell('defaultvalues', 'wartość początkowa', 'nie wpisujemy jej za osobę, która odpowiada')
  const hasOldCondition = tables.having('conditions', 'qid', qid).length > 0
  if (hasOldCondition && (relevance === '' || relevance === '1'))
    tell('conditions', 'warunek', 'zapisano go w starszy sposób; prosimy odtworzyć go w edytorze')
}

const TABLES_LOST: Readonly<Record<string, string>> = {
  quota: 'limitów odpowiedzi (kwot) nie prowadzimy',
  assessments: 'punktacji odpowiedzi nie liczymy',
}

/** Tells of what belongs to the survey as a whole and has no place here. */
export function reportSurvey(tables: LssTables, ledger: Ledger): void {
  for (const [name, why] of Object.entries(TABLES_LOST)) {
    if (tables.rows(name).length > 0)
      ledger.dropped({ sheet: 'ankieta', row: 1, column: name }, `Pominięto „${name}”: ${why}.`)
  }
}
