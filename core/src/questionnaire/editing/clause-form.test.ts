import { describe, expect, it } from 'vitest'
import {
  aQuestionnaire,
  aSection,
  calculated,
  matrix,
  multi,
  number,
  options,
  roster,
  single,
  yesNo,
} from '../../testing/index.ts'
import type { Question, Questionnaire } from '../model.ts'
import { questionnaireLibrary } from '../library/index.ts'
import { problemsOf, ruleBook, scopeOfRule } from '../rules.ts'
import { calculationOf, textOfCalculation } from './calculations.ts'
import { BLANK_CLAUSE, typeOfForm, type ClauseForm } from './clause-form.ts'
import { clauseOfForm, clausesOfForm } from './clauses-of-form.ts'
import { clausesOf } from './clauses-of.ts'
import { formOfGroup } from './form-of-clauses.ts'
import { predicateName, predicatesFor } from './predicates.ts'
import { ruleAt, speakableQuestions, type RulePlace } from './rule-place.ts'
import { textOfClauses } from './text-of-clauses.ts'

const consent: Question = { key: 'agreed', type: 'CONSENT', text: 'Zgoda' }
const born: Question = { key: 'born', type: 'DATE_YEAR', text: 'Rok urodzenia' }
const name: Question = { key: 'name', type: 'TEXT_SHORT', text: 'Imię' }
const place: Question = { key: 'place', type: 'LOCALITY', text: 'Miejscowość' }
const which: Question = {
  key: 'which',
  type: 'MULTI',
  text: 'Które?',
  options: options('far', 'dear'),
  optionFilter: '$option in barrier',
}
const questionnaire = aQuestionnaire([
  aSection('a', [
    single('age', ['A', 'B', 'C']),
    multi('barrier', ['far', 'dear', '-98']),
    matrix('need', ['rano', 'noc'], ['1', '2', '3']),
    consent,
    born,
    name,
    place,
    roster('people', [number('years'), yesNo('cares')]),
    calculated('adults', 'count(people, years >= 18)'),
  ]),
  aSection('b', [
    { ...number('cost'), constraint: [{ expression: 'this > 0', message: 'Więcej.' }] },
    matrix('again', ['rano', 'noc'], ['1', '2'], { rowVisibleIf: "need.$row in ['2', '3']" }),
    which,
    number('later'),
  ]),
])

function placed(at: RulePlace, of: Questionnaire = questionnaire) {
  const book = ruleBook(of)
  const rule = ruleAt(book, at)
  if (rule === null) throw new Error('no such place')
  return { book, rule, scope: scopeOfRule(book, rule) }
}

const SHOWN: RulePlace = { kind: 'visibleIf', questionKey: 'later' }

/** What comes out when a rule goes into the pickers and out again. */
function through(text: string, at: RulePlace): string | null {
  const { scope } = placed(at)
  const group = clausesOf(text)
  const form = group && formOfGroup(group, scope)
  return form && textOfClauses(clausesOfForm(form, scope))
}

describe('pickers of a clause', () => {
  it.each([
    ["age in ['A', 'B']", SHOWN],
    ["not age in ['A', 'B']", SHOWN],
    ["age = 'A'", SHOWN],
    ["age != 'A'", SHOWN],
    ["barrier contains 'far' and not barrier in ['dear', '-98']", SHOWN],
    ['count(barrier) >= 2', SHOWN],
    ["need in ['3']", SHOWN],
    ["need.rano in ['2', '3'] or count(need) = 2", SHOWN],
    ['need.noc >= 2 and need.noc <= 3', SHOWN],
    ['agreed', SHOWN],
    ['not agreed', SHOWN],
    ['born >= 1940 and born <= 1950', SHOWN],
    ['not (born >= 1940 and born <= 1950)', SHOWN],
    ['age(born) >= 65', SHOWN],
    ['born = year(today())', SHOWN],
    ["answered(name) and not answered(place) or name = 'Jan'", SHOWN],
    ['length(name) > 3', SHOWN],
    ["place in ['1', '2']", SHOWN],
    ["any(people, years < 18 and cares = 'yes')", SHOWN],
    ['not all(people, years >= 18)', SHOWN],
    ['count(people) >= 2 and count(people, years < 3) = 1', SHOWN],
    ['sum(people, years) > 99', SHOWN],
    ['adults > 1', SHOWN],
    ['cost > born', SHOWN],
    ['not this > cost', { kind: 'constraint', questionKey: 'later' }],
    ["need.$row in ['2', '3'] and $row in barrier", { kind: 'rowVisibleIf', questionKey: 'again' }],
    ["$option in barrier or $option = 'far'", { kind: 'optionFilter', questionKey: 'which' }],
    ["age = 'A'", { kind: 'visibleIf', sectionKey: 'b' }],
    ['years > 3', { kind: 'visibleIf', questionKey: 'cares' }],
    ["gone in ['A', 'B']", SHOWN],
  ] satisfies [string, RulePlace][])('keep „%s”', (text, at) => {
    expect(through(text, at)).toBe(text)
  })

  it.each([
    ["barrier = 'far'", SHOWN],
    ['length(born) > 3', SHOWN],
    ["name < 'B'", SHOWN],
    ['year(today()) > 2020', SHOWN],
    ['age(born) >= age(born)', SHOWN],
  ] satisfies [string, RulePlace][])('do not offer „%s”', (text, at) => {
    expect(clausesOf(text)).not.toBeNull()
    expect(through(text, at)).toBeNull()
  })

  it('read codes inside a multi-choice the other way round too', () => {
    const at: RulePlace = { kind: 'optionFilter', questionKey: 'which' }

    expect(through('barrier contains $option', at)).toBe('$option in barrier')
  })

  it('show every rule of the library but for sums of several answers', () => {
    const hidden = questionnaireLibrary.flatMap((of) => {
      const book = ruleBook(of)
      return book.rules
        .filter(({ kind }) => kind !== 'text' && kind !== 'expression')
        .filter((rule) => {
          const group = clausesOf(rule.text)
          return group === null || formOfGroup(group, scopeOfRule(book, rule)) === null
        })
        .map(({ text }) => text)
    })

    expect(hidden.filter((text) => !text.includes(' + '))).toEqual([])
  })

  it('leave out what is not chosen whole, and a group that loses its sense', () => {
    const { scope } = placed(SHOWN)
    const whole: ClauseForm = {
      ...BLANK_CLAUSE,
      about: { kind: 'answer', key: 'agreed' },
      predicate: { kind: 'statement', statement: 'holds' },
    }
    const half: ClauseForm = { ...whole, about: { kind: 'answer', key: 'age' }, predicate: null }
    const inner = { joint: 'and', parts: [half, whole] } as const

    expect(clauseOfForm(half, scope)).toBeNull()
    expect(textOfClauses(clausesOfForm({ joint: 'or', parts: [inner, half] }, scope))).toBe('agreed')
    expect(textOfClauses(clausesOfForm({ joint: 'or', parts: [half] }, scope))).toBe('')
  })

  it('of every predicate that they offer make a rule without a fault', () => {
    const { book, rule, scope } = placed(SHOWN)
    const faults = speakableQuestions(book, rule).flatMap(({ question, type }) =>
      predicatesFor(type, 'answer').flatMap((predicate) => {
        const about = { kind: 'answer', key: question.key } as const
        const isList = predicate.kind === 'statement' && predicate.statement.startsWith('is')
        const form: ClauseForm = {
          about,
          predicate,
          isNot: true,
          values: 'codes' in type ? type.codes.slice(0, 2).map(({ code }) => code) : ['Jan'],
          bound: isList
            ? { kind: 'answer', key: 'barrier' }
            : { kind: 'value', value: type.type === 'code' ? (type.codes[0]?.code ?? '') : 2 },
          until: 3,
          inner: 'years',
          where: {
            joint: 'and',
            parts: [
              {
                ...BLANK_CLAUSE,
                about: { kind: 'answer', key: 'years' },
                predicate: { kind: 'statement', statement: 'answered' },
              },
            ],
          },
        }
        const clause = clauseOfForm(form, scope)
        const text = clause && textOfClauses({ joint: 'and', parts: [clause] })
        const label = `${question.key} ${predicateName(predicate)}: ${String(text)}`
        if (text === null) return [label]
        return problemsOf(book, rule, text).map(({ message }) => `${label} ${message}`)
      }),
    )

    // codes of different questions rarely have anything in common; the checker says so
    expect(faults.filter((fault) => !fault.includes(' isIn') && !fault.includes(' isNotIn'))).toEqual([])
  })
})

describe('the place of a rule', () => {
  it('lets it speak of what was asked before, and of items where it stands among them', () => {
    const keysAt = (at: RulePlace, rosters?: readonly string[]) => {
      const { book, rule } = placed(at)
      return speakableQuestions(book, rule, rosters).map(({ question }) => question.key)
    }

    expect(keysAt({ kind: 'visibleIf', questionKey: 'need' })).toEqual(['age', 'barrier'])
    expect(keysAt({ kind: 'visibleIf', questionKey: 'cares' })).toContain('years')
    expect(keysAt({ kind: 'visibleIf', sectionKey: 'b' })).not.toContain('cost')
    expect(keysAt({ kind: 'visibleIf', sectionKey: 'b' })).not.toContain('years')
    expect(keysAt({ kind: 'visibleIf', sectionKey: 'b' }, ['people'])).toContain('years')
    expect(keysAt({ kind: 'constraint', questionKey: 'cost' })).toContain('later')
  })

  it('is where the rule book finds the rule', () => {
    const book = ruleBook(questionnaire)
    const paths = [
      ruleAt(book, { kind: 'constraint', questionKey: 'cost', index: 0 }),
      ruleAt(book, { kind: 'rowVisibleIf', questionKey: 'again' }),
      ruleAt(book, { kind: 'optionFilter', questionKey: 'which' }),
    ].map((rule) => rule?.path)

    expect(book.rules.map(({ path }) => path)).toEqual(expect.arrayContaining(paths))
    expect(ruleAt(book, { kind: 'visibleIf', questionKey: 'gone' })).toBeNull()
    expect(ruleAt(book, { kind: 'visibleIf', sectionKey: 'gone' })).toBeNull()
    expect(typeOfForm({ about: { kind: 'answer', key: 'gone' } }, placed(SHOWN).scope).type).toBe('anything')
  })
})

describe('a calculation', () => {
  it.each(['sum(cost, later)', 'count(people, years > 3)', 'age(born)', "age = 'A' or agreed", 'age'])(
    'of „%s” is shown and written back',
    (text) => {
      const calculation = calculationOf(text)
      expect(calculation && textOfCalculation(calculation)).toBe(text)
    },
  )

  it.each(['cost * 2', 'cost >', 'round(cost)'])('of „%s” needs the text', (text) => {
    expect(calculationOf(text)).toBeNull()
  })
})
