import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkRules, parseQuestionnaire } from '../../questionnaire/index.ts'
import {
  exportXlsForm,
  FormBrokenError,
  importXlsForm,
  type ImportedForm,
  type XlsFormSheets,
} from '../index.ts'

const TYPES = [
  'text',
  'integer',
  'decimal',
  'date',
  'note',
  'calculate',
  'acknowledge',
  'select_one a',
  'select_multiple B or_other',
  'select_multiple a',
  'rank a',
  'range',
  'geopoint',
  'today',
  'begin group',
  'end group',
  'begin repeat',
  'end repeat',
]
const NAMES = ['q1', 'q2', 'and', 'zażółć', 'a.b-c', 'q_3', 'n', 'm']
const RULES = [
  '',
  '',
  "${q1} = 'x'",
  'selected(${q2}, "y")',
  '. > 3 and . <= 9',
  'count-selected(.) <= 2',
  "${n} != ''",
  'not(${m} > 1',
  'sum(${n}) + 1 > ${q_3}',
  'filter = ${q1}',
  'string-length(.) < 5 or regex(., "a")',
  'true()',
  'if(${n} > 1, 2, ${m})',
]
const row = fc
  .tuple(
    fc.constantFrom(...TYPES),
    fc.constant(''),
    fc.constantFrom('Ile?', '{x} ${q1}', ''),
    ...Array.from({ length: 5 }, () => fc.constantFrom(...RULES)),
    fc.constantFrom('', 'likert', 'table-list', 'multiline'),
  )
  .map((cells): readonly string[] => cells)
const HEADERS = [
  'type',
  'name',
  'label',
  'relevant',
  'constraint',
  'calculation',
  'required',
  'choice_filter',
  'appearance',
]
const CHOICES = [
  ['list_name', 'name', 'label::Polski (pl)', 'label::English (en)', 'filter'],
  ['a', 'x', 'X', 'X', 'x'],
  ['a', 'y-1', '', 'Y', 'q'],
  ['B', '-98', 'Nie wiem', '', ''],
]

const aForm: fc.Arbitrary<XlsFormSheets> = fc
  .tuple(
    fc.array(row, { minLength: NAMES.length, maxLength: NAMES.length }),
    fc.shuffledSubarray(NAMES, { minLength: NAMES.length }),
  )
  .map(([drawn, names]) => drawn.map((cells, at) => [cells[0] ?? '', names[at] ?? '', ...cells.slice(2)]))
  .map((rows) => {
    const open = rows
      .flatMap(([type = '']) => (type.startsWith('begin') ? [[type.replace('begin', 'end')]] : []))
      .reverse()
    return {
      survey: [HEADERS, ...rows.filter(([type = '']) => !type.startsWith('end')), ...open],
      choices: CHOICES,
      settings: [],
    }
  })

function readOrRefuse(sheets: XlsFormSheets): ImportedForm | null {
  try {
    return importXlsForm(sheets)
  } catch (error) {
    expect(error).toBeInstanceOf(FormBrokenError)
    return null
  }
}

it('gives a sound questionnaire for any form, or says what is broken', () => {
  fc.assert(
    fc.property(aForm, (sheets) => {
      const read = readOrRefuse(sheets)
      if (read === null) return

      expect(parseQuestionnaire(JSON.parse(JSON.stringify(read.questionnaire)))).toBeDefined()
      expect(
        checkRules(read.questionnaire).filter(
          ({ rule, problems }) => rule.kind !== 'text' && problems.length > 0,
        ),
      ).toEqual([])
    }),
    { numRuns: 400 },
  )
}, 60_000)

it('writes what it has read so that it reads the same again', () => {
  fc.assert(
    fc.property(aForm, (sheets) => {
      const read = readOrRefuse(sheets)
      if (read === null || read.questionnaire.sections.length === 0) return

      const again = importXlsForm(exportXlsForm(read.questionnaire).sheets)

      expect(JSON.parse(JSON.stringify(again.questionnaire))).toEqual(
        JSON.parse(JSON.stringify(read.questionnaire)),
      )
    }),
    { numRuns: 300 },
  )
}, 60_000)
