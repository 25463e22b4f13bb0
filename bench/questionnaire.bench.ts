// Conditions of a long questionnaire: reading its rules, opening it, one answer's re-evaluation, a table of 100 rows
// with conditions, a roster of 50 people, looking all rules over as the editor does, and edits of the document itself.
import {
  changeQuestion,
  copyQuestion,
  mergeDrafts,
  moveQuestionBy,
  removeQuestion,
  renameKey,
} from '@rozeznanie/core/questionnaire/editing'
import {
  changeAnswers,
  compile,
  countedAnswers,
  findDefects,
  openForm,
  setAnswer,
  type Form,
  type Question,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'

const OPENING_LIMIT_MS = 50
const ANSWER_LIMIT_MS = 2
const EDIT_LIMIT_MS = 1
const CODES = ['1', '2', '3', '4', '5', '-98']
const options = CODES.map((code) => ({ code, label: `Odpowiedź ${code}` }))
const numbered = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** Two of three questions have a condition, of one to three comparisons with questions before them. */
function conditionOf(index: number): string | undefined {
  if (index < 3 || index % 3 === 0) return undefined
  const before = (step: number) => `q${Math.max(0, index - step)}`
  const parts = [
    `${before(1)} in ['1', '2', '3', '-98']`,
    `not ${before(7)} = '5'`,
    `(${before(2)} >= 1 or answered(${before(30)}))`,
  ]
  return parts.slice(0, 1 + (index % 3)).join(' and ')
}

const long: Questionnaire = {
  format: 'rozeznanie-questionnaire/1',
  key: 'long',
  title: 'Trzysta pytań',
  description: 'Kwestionariusz do pomiarów.',
  audience: 'RESIDENT',
  language: 'pl',
  estimatedMinutes: 60,
  intro: ['Wstęp.'],
  thanks: ['Dziękujemy.'],
  lists: {},
  sections: numbered(15, (section) => ({
    key: `s${section}`,
    title: `Część ${section}`,
    questions: numbered(20, (at): Question => {
      const index = section * 20 + at
      const visibleIf = conditionOf(index)
      return {
        key: `q${index}`,
        type: 'SINGLE',
        text: `Pytanie ${index}?`,
        options,
        ...(visibleIf && { visibleIf }),
      }
    }),
  })),
}

const rows = numbered(100, (index) => ({ key: `r${index}`, label: `Wiersz ${index}` }))
const table: Questionnaire = {
  ...long,
  key: 'table',
  sections: [
    {
      key: 's',
      title: 'Tabele',
      questions: [
        { key: 'need', type: 'MATRIX_SINGLE', text: 'Potrzeby?', rows, options },
        {
          key: 'quality',
          type: 'MATRIX_SINGLE',
          text: 'Jakość?',
          rows,
          options,
          rowVisibleIf: "need.$row in ['4', '5'] and not need.$row = '-98' and $row != 'r50'",
        },
        {
          key: 'last',
          type: 'TEXT_LONG',
          text: 'Dlaczego?',
          visibleIf: 'count(quality) > 2 and max(need) >= 4',
        },
      ],
    },
  ],
}

const household: Questionnaire = {
  ...long,
  key: 'household',
  sections: [
    {
      key: 's',
      title: 'Domownicy',
      questions: [
        {
          key: 'people',
          type: 'ROSTER',
          text: 'Kto mieszka?',
          itemName: 'osoba',
          questions: numbered(20, (index): Question => ({
            key: `p${index}`,
            type: 'NUMBER',
            text: 'Ile?',
            ...(index > 0 && { visibleIf: `p${index - 1} > 0 and p0 < 90` }),
          })),
        },
        { key: 'adults', type: 'CALCULATED', text: 'Dorośli', expression: 'count(people, p0 >= 18)' },
        {
          key: 'care',
          type: 'SINGLE',
          text: 'Opieka?',
          options,
          visibleIf: 'adults > 1 and sum(people, p1) > 5',
        },
      ],
    },
  ],
}

/** Repeated runs in milliseconds; the limit is for the median, the rest tells what else the machine did. */
interface Times {
  readonly median: number
  readonly most: number
  readonly worst: number
}

function time(runs: number, work: (run: number) => unknown): Times {
  const times = numbered(runs, (run) => {
    const start = performance.now()
    work(run)
    return performance.now() - start
  }).toSorted((one, other) => one - other)
  const at = (share: number) => times[Math.min(runs - 1, Math.floor(runs * share))] ?? 0
  return { median: at(0.5), most: at(0.95), worst: at(1) }
}

function say(name: string, { median, most, worst }: Times, limit?: number): void {
  const isOver = limit !== undefined && median > limit
  const verdict = limit === undefined ? '' : isOver ? `  OVER ${limit} ms` : `  ≤ ${limit} ms`
  console.log(
    `${name.padEnd(62)} ${median.toFixed(3)} ms (95%: ${most.toFixed(3)}, worst ${worst.toFixed(1)})${verdict}`,
  )
  if (isOver) process.exitCode = 1
}

const fresh = (questionnaire: Questionnaire): Questionnaire => ({ ...questionnaire })
const filled = (code: string) => Object.fromEntries(numbered(300, (index) => [`q${index}`, code]))
const opened = (questionnaire: Questionnaire, answers = {}): Form => openForm(compile(questionnaire), answers)

const conditionCount = long.sections
  .flatMap(({ questions }) => questions)
  .filter(({ visibleIf }) => visibleIf).length
console.log(`300 questions, ${conditionCount} conditions`)
say(
  'reading the rules and opening, nothing warm',
  time(1, () => opened(fresh(long), filled('2'))),
  OPENING_LIMIT_MS,
)
say(
  'reading the rules and opening',
  time(50, () => opened(fresh(long), filled('2'))),
  OPENING_LIMIT_MS,
)
say(
  'opening with the rules read',
  time(100, () => opened(long, filled('2'))),
  OPENING_LIMIT_MS,
)

let form = opened(long, filled('2'))
say(
  'one answer, any question',
  time(3000, (run) => {
    form = setAnswer(form, `q${run % 300}`, CODES[(run * 7 + Math.floor(run / 300)) % CODES.length])
  }),
  ANSWER_LIMIT_MS,
)
say(
  'one answer that shows or hides all after it',
  time(300, (run) => {
    form = setAnswer(opened(long, filled('2')), 'q0', run % 2 === 0 ? '5' : undefined)
  }),
)
say(
  'the answers that count',
  time(300, () => countedAnswers(form)),
)

const needs = Object.fromEntries(rows.map(({ key }, index) => [key, CODES[index % 6] ?? '1']))
const quality = Object.fromEntries(rows.map(({ key }) => [key, '3']))
let tables = opened(table, { need: needs, quality })
say(
  '100 rows with conditions: one cell of the table before',
  time(500, (run) => {
    const answers = { ...tables.state.given, need: { ...needs, [`r${run % 100}`]: CODES[run % 6] } }
    tables = changeAnswers(tables, answers)
  }),
  ANSWER_LIMIT_MS,
)
say(
  '100 rows with conditions: one cell of its own',
  time(500, (run) => {
    tables = setAnswer(tables, 'quality', { ...quality, [`r${run % 100}`]: CODES[run % 6] })
  }),
  ANSWER_LIMIT_MS,
)

let home = opened(household, {
  people: numbered(50, (index) => Object.fromEntries(numbered(20, (at) => [`p${at}`, index]))),
})
say(
  '50 people of 20 questions: one answer of one',
  time(500, (run) => {
    home = setAnswer(home, ['people', run % 50, `p${run % 20}`], run % 80)
  }),
  ANSWER_LIMIT_MS,
)
say(
  'looking over all rules, as the editor does',
  time(10, () => findDefects(fresh(long))),
)

let draft = long
const reworded = (questionnaire: Questionnaire, key: string, text: string): Questionnaire =>
  changeQuestion(questionnaire, key, (question) => ({ ...question, text }))
say(
  'an edit: a letter typed in a question',
  time(3000, (run) => {
    draft = reworded(draft, `q${run % 300}`, `Pytanie ${run}?`)
  }),
  EDIT_LIMIT_MS,
)
say(
  'an edit: a question one step down',
  time(3000, (run) => {
    draft = moveQuestionBy(draft, `q${(run * 7) % 300}`, 1)
  }),
  EDIT_LIMIT_MS,
)
say(
  'an edit: a question taken out',
  time(1000, (run) => removeQuestion(long, `q${run % 300}`)),
  EDIT_LIMIT_MS,
)
say(
  'an edit: a key renamed in all rules',
  time(300, (run) => renameKey(long, `q${run % 300}`, 'nowy')),
  EDIT_LIMIT_MS,
)
say(
  'a question copied from another questionnaire, its rules looked over',
  time(100, (run) => copyQuestion(long, `q${run % 300}`, table, { sectionKey: 's', index: 1 })),
)
const theirs = numbered(20, (index) => index * 13).reduce(
  (result, index) => reworded(result, `q${index}`, 'Inaczej?'),
  moveQuestionBy(long, 'q7', 1),
)
say(
  'drafts of two people merged',
  time(50, () => mergeDrafts(long, draft, theirs)),
)
