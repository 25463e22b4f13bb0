import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compile,
  countedAnswers,
  keepVisibleAnswers,
  openForm,
  type Answers,
} from '../questionnaire/index.ts'
import { aQuestionnaire, matrix, multi, number, roster, single, yesNo } from '../testing/index.ts'
import { arbitraryPeople, arbitraryVersions } from '../testing/random-versions.ts'
import { applied, compareEntries, differencesPerThousand, editsBetween } from './index.ts'

const CODES = ['1', '2', '3', '4']
const questionnaire = aQuestionnaire([
  ...Array.from({ length: 12 }, (_, index) => single(`q${index}`, CODES)),
  yesNo('carer'),
  single('hours', CODES, { visibleIf: `carer = 'yes'` }),
  multi('help', CODES),
  matrix('serv', ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'], CODES),
  number('age'),
  { key: 'idea', type: 'TEXT_LONG', text: 'Co zmienić?' },
  roster('home', [number('home_age'), single('home_sex', ['K', 'M'])]),
])
const compiled = compile(questionnaire)

/** A small generator of its own, so that the five hundred forms are the same in every run. */
class Dice {
  constructor(private state: number) {}
  below(limit: number): number {
    this.state = (this.state * 1103515245 + 12345) % 2147483648
    return Math.floor((this.state / 2147483648) * limit)
  }
  other(codes: readonly string[], than: string): string {
    const rest = codes.filter((code) => code !== than)
    return rest[this.below(rest.length)] ?? than
  }
}

function aForm(dice: Dice) {
  const code = () => CODES[dice.below(4)] ?? '1'
  const carer = dice.below(2) === 0 ? 'yes' : 'no'
  return {
    ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`q${index}`, code()])),
    carer,
    ...(carer === 'yes' && { hours: code() }),
    help: ['1', '3'],
    serv: { r1: code(), r2: code(), r3: code(), r4: code(), r5: code(), r6: code() },
    age: 20 + dice.below(70),
    idea: 'Więcej ławek w parku – „dla seniorów”.',
    home: [
      { home_age: dice.below(90), home_sex: 'K' },
      { home_age: dice.below(90), home_sex: 'M' },
    ],
  }
}
type Form = ReturnType<typeof aForm>

/** Slips of a second clerk, each told by the path it makes different; writing the same text otherwise is none. */
const SLIPS: readonly ((form: Form, dice: Dice) => readonly [Form, string | null])[] = [
  (form, dice) => {
    const key = `q${dice.below(12)}`
    return [{ ...form, [key]: dice.other(CODES, String(form[key as keyof Form])) }, key]
  },
  (form, dice) => {
    const row = `r${1 + dice.below(6)}` as keyof Form['serv']
    return [{ ...form, serv: { ...form.serv, [row]: dice.other(CODES, form.serv[row]) } }, `serv/${row}`]
  },
  (form) => [{ ...form, help: ['1', '2', '3'] }, 'help'],
  (form) => [{ ...form, age: form.age + 1 }, 'age'],
  (form) => [{ ...form, idea: 'Więcej ławek' }, 'idea'],
  (form) => [{ ...form, carer: form.carer === 'yes' ? 'no' : 'yes' }, 'carer'],
  (form, dice) => {
    const at = dice.below(2)
    const home = form.home.map((item, index) =>
      index === at ? { ...item, home_age: item.home_age + 1 } : item,
    )
    return [{ ...form, home }, `home/${at}/home_age`]
  },
  (form) => [{ ...form, help: ['3', '1'], idea: '  więcej ławek w PARKU - "dla seniorów"' }, null],
]

function plant(form: Form, dice: Dice): { second: Answers; planted: readonly string[] } {
  const slips = SLIPS.filter(() => dice.below(6) === 0)
  let second = form
  const planted: string[] = []
  for (const slip of slips.toReversed()) {
    const [slipped, path] = slip(second, dice)
    second = slipped
    if (path !== null) planted.push(path)
  }
  return { second: keepVisibleAnswers(questionnaire, second) as Answers, planted }
}

describe('two entries of one sheet', () => {
  it('show every one of the planted differences of 500 forms, field by field, and invent none', () => {
    const dice = new Dice(20261122)
    let plantedCount = 0
    let untouched = 0
    for (let form = 0; form < 500; form += 1) {
      const first = aForm(dice)
      const { second, planted } = plant(first, dice)

      const { differences, fieldCount } = compareEntries(compiled, first as Answers, second)

      expect(differences.map(({ path }) => path.join('/')).toSorted()).toEqual(planted.toSorted())
      expect(fieldCount).toBeGreaterThanOrEqual(27)
      plantedCount += planted.length
      if (planted.length === 0) untouched += 1
    }
    expect(plantedCount).toBeGreaterThan(400)
    expect(untouched).toBeGreaterThan(50)
  }, 30_000)

  it('differ in nothing when they are the same, whatever the questionnaire', () => {
    fc.assert(
      fc.property(
        arbitraryVersions.chain(([version]) => fc.tuple(fc.constant(version), arbitraryPeople(version))),
        ([version, people]) => {
          for (const { answers } of people)
            expect(compareEntries(compile(version.questionnaire), answers, answers).differences).toEqual([])
        },
      ),
      { numRuns: 50 },
    )
  })

  it('become one by the edits between them', () => {
    const because = { source: 'CONFLICT', reason: 'PAPER', remark: '' } as const
    fc.assert(
      fc.property(
        arbitraryVersions.chain(([version]) => fc.tuple(fc.constant(version), arbitraryPeople(version))),
        ([version, people]) => {
          const [first, second] = [people[0]?.answers ?? {}, people.at(-1)?.answers ?? {}]
          const open = (answers: Answers) => openForm(compile(version.questionnaire), answers)
          const edits = editsBetween(open(first), open(second), because)

          expect(countedAnswers(edits.reduce(applied, open(first)))).toEqual(countedAnswers(open(second)))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('tell a roster that lacks an item as one difference', () => {
    const first = aForm(new Dice(1))
    const second = { ...first, home: first.home.slice(1) }

    const { differences } = compareEntries(compiled, first as Answers, second as Answers)

    expect(differences.map(({ path }) => path)).toEqual([['home']])
  })

  it('have a rate of differences per thousand fields', () => {
    expect(differencesPerThousand(3, 1200)).toBe(2.5)
    expect(differencesPerThousand(0, 0)).toBeNull()
  })
})
