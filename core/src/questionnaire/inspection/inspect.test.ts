import { describe, expect, it } from 'vitest'
import {
  aQuestionnaire,
  aSection,
  calculated,
  matrix,
  multi,
  number,
  roster,
  single,
  yesNo,
} from '../../testing/index.ts'
import { questionnaireLibrary } from '../library/index.ts'
import type { Question, Questionnaire } from '../model.ts'
import { inspect, measure } from './inspect.ts'
import { readingLevel, syllablesIn, sentencesIn } from './reading-level.ts'

const LOGIC =
  /^(?:UNREACHABLE|SECTION_|CONDITION_|ROW_|OPTION|CONSTRAINT_|REQUIRED_|CYCLE|LATER_|DELETED_|RULE_)/

/** Codes of what is found about logic, with the question and the option or row. */
const logicOf = (questionnaire: Questionnaire): readonly string[] =>
  inspect(questionnaire)
    .filter(({ code }) => LOGIC.test(code))
    .map(({ code, place }) =>
      [code, place.questionKey ?? place.sectionKey, place.code].filter(Boolean).join(' '),
    )
const logic = (...questions: readonly Question[]) => logicOf(aQuestionnaire(questions))
const textCodes = (question: Question) =>
  inspect(aQuestionnaire([question]))
    .filter(({ place }) => place.questionKey === question.key)
    .map(({ code }) => code)

describe('conditions that never hold', () => {
  it.each([
    ["a = 'yes' and a = 'no'", 'codes'],
    ['n > 10 and n < 5', 'numbers'],
    ['n + 1 < n - 1 and n < 0', 'numbers below the least'],
    ["not (a = 'yes') and not (a = 'no') and answered(a)", 'no code is left'],
    ['count(m) > 3', 'more than there are'],
    ["m contains '1' and m contains '9'", 'an exclusive option with another'],
    ['count(g) > 4', 'more items than fit'],
    ['any(g, age > 200)', 'no item can be so'],
  ])('finds %s (%s)', (visibleIf) => {
    const m: Question = {
      key: 'm',
      type: 'MULTI',
      text: 'm?',
      options: [
        ...['1', '2', '3'].map((code) => ({ code, label: code })),
        { code: '9', label: 'żadne', exclusive: true },
      ],
    }
    const n: Question = { key: 'n', type: 'NUMBER', text: 'n?', min: 0, max: 100 }
    const age: Question = { key: 'age', type: 'NUMBER', text: 'age?', min: 0, max: 120 }
    expect(logic(yesNo('a'), m, n, roster('g', [age], { maxItems: 4 }), yesNo('z', visibleIf))).toEqual([
      'CONDITION_NEVER z',
    ])
  })

  it('follows what hides the questions it asks about', () => {
    expect(logic(yesNo('a'), yesNo('b', "a = 'yes'"), yesNo('c', "answered(b) and a = 'no'"))).toEqual([
      'CONDITION_NEVER c',
    ])
  })

  it('follows calculated values', () => {
    const n: Question = { key: 'n', type: 'NUMBER', text: 'n?', min: 0, max: 10 }
    expect(logic(n, calculated('twice', 'n * 2'), yesNo('z', 'twice > 20'))).toEqual(['CONDITION_NEVER z'])
    expect(logic(n, calculated('twice', 'n * 2'), yesNo('z', 'twice >= 20'))).toEqual([])
  })

  it('says that a section is to blame for its questions', () => {
    const found = logicOf(
      aQuestionnaire([
        aSection('first', [yesNo('a')]),
        aSection(
          'second',
          [yesNo('b'), { ...yesNo('c', "a = 'no'"), required: true }],
          "a = 'yes' and a = 'no'",
        ),
      ]),
    )
    expect(found).toEqual([
      'SECTION_UNREACHABLE second',
      'UNREACHABLE b',
      'UNREACHABLE c',
      'REQUIRED_HIDDEN c',
    ])
  })

  it('says nothing of what it cannot prove', () => {
    const text: Question = { key: 'w', type: 'TEXT_SHORT', text: 'w?' }
    expect(logic(text, yesNo('z', "w = 'a' and w = 'b'"))).toEqual([])
    expect(logic(number('n'), number('k'), yesNo('z', '(n - k) * (n - k) < 0'))).toEqual([])
  })
})

describe('conditions that always hold', () => {
  it('finds them, seen from what stands around', () => {
    expect(logic(yesNo('a'), yesNo('b', "a = 'yes' or not (a = 'yes')"))).toEqual(['CONDITION_ALWAYS b'])
    const second = aSection('second', [yesNo('b', "a != 'no'")], "a = 'yes'")
    expect(logicOf(aQuestionnaire([aSection('first', [yesNo('a')]), second]))).toEqual(['CONDITION_ALWAYS b'])
  })

  it('knows that an optional question may stay without an answer', () => {
    expect(logic(yesNo('a'), yesNo('b', "a = 'yes' or a = 'no'"))).toEqual([])
  })
})

describe('rows, options and rules', () => {
  it('finds rows that nobody is asked', () => {
    const table = matrix('t', ['r1', 'r2'], ['1'], { rowVisibleIf: "$row = 'r1' and a = 'yes'" })
    expect(logic(yesNo('a'), table)).toEqual(['ROW_NEVER t r2'])
  })

  it('finds options that no one can choose', () => {
    const filtered: Question = {
      ...single('b', ['yes', 'no', '-98']),
      optionFilter: "a = 'yes' and $option = a",
    } as Question
    expect(logic(yesNo('a'), filtered)).toEqual(['OPTION_NEVER b no'])
  })

  it('finds more choices wanted than can stand together', () => {
    const options = ['1', '2'].map((code) => ({ code, label: code }))
    const none = { code: '0', label: 'żadne', exclusive: true }
    const question: Question = {
      key: 'm',
      type: 'MULTI',
      text: 'm?',
      options: [...options, none],
      minChoices: 3,
    }
    expect(logic(question)).toEqual(['OPTIONS_TOO_FEW m'])
  })

  it('finds rules that refuse every answer, none, or an option', () => {
    const rule = (expression: string) => ({ constraint: [{ expression, message: 'Prosimy poprawić.' }] })
    const n = (expression: string): Question => ({
      key: 'n',
      type: 'NUMBER',
      text: 'n?',
      min: 0,
      max: 9,
      ...rule(expression),
    })
    expect(logic(n('this > 9'))).toEqual(['CONSTRAINT_NEVER n'])
    expect(logic(n('this <= 9'))).toEqual(['CONSTRAINT_ALWAYS n'])
    expect(logic(n('this < 9'))).toEqual([])
    expect(logic(single('s', ['1', '2'], rule("this != '2'")))).toEqual(['OPTION_AGAINST_RULE s 2'])
  })

  it('finds what is required only where it is hidden', () => {
    expect(logic(yesNo('a'), { ...yesNo('b', "a = 'yes'"), requiredIf: "a = 'no'" })).toEqual([
      'REQUIRED_HIDDEN b',
    ])
    expect(logic(yesNo('a'), { ...yesNo('b'), requiredIf: "a = 'no' and a = 'yes'" })).toEqual([
      'REQUIRED_NEVER b',
    ])
  })
})

describe('rules about what is not there', () => {
  it('tells deleted questions, options and rows, later questions and other mistakes apart', () => {
    const table = matrix('t', ['r1'], ['1', '2'])
    expect(logic(yesNo('a'), yesNo('z', "gone = 'yes'"))).toEqual(['DELETED_QUESTION z'])
    expect(logic(yesNo('a'), yesNo('z', "a = 'maybe'"))).toEqual(['DELETED_OPTION z'])
    expect(logic(yesNo('a'), yesNo('z', "a in ['yes', 'maybe']"))).toEqual(['DELETED_OPTION z'])
    expect(logic(table, yesNo('z', "t.r2 = '1'"))).toEqual(['DELETED_ROW z'])
    expect(logic(yesNo('z', "a = 'yes'"), yesNo('a'))).toEqual(['LATER_QUESTION z'])
    expect(logic(yesNo('a'), yesNo('z', 'a > 3 and'))).toEqual(['RULE_MISTAKE z'])
  })

  it('tells of rings', () => {
    expect(logic(yesNo('a', "b = 'yes'"), yesNo('b', "a = 'yes'"))).toContain('CYCLE a')
  })
})

describe('wording and answers', () => {
  const asked = (text: string): Question => ({ ...yesNo('a'), text })

  it.each([
    ['Jak ocenia Pan/Pani lekarzy oraz szkoły?', 'DOUBLE_BARRELLED'],
    ['Czy zna Pan/Pani świetlicę i czy z niej korzysta?', 'DOUBLE_BARRELLED'],
    ['Czy nie uważa Pan/Pani, że usług jest za mało?', 'LEADING'],
    ['Czy zgadza się Pan/Pani, że gmina jest piękna?', 'LEADING'],
    ['Czy ma Pan/Pani choroby przewlekłe?', 'MAYBE_SENSITIVE'],
  ])('„%s” is %s', (text, code) => {
    expect(textCodes(asked(text))).toEqual([code])
  })

  it('leaves plain questions alone', () => {
    expect(textCodes(asked('Czy mieszka Pan/Pani z rodziną i sąsiadami?'))).toEqual([])
  })

  it('wants „nie wiem” in ratings', () => {
    const scale: Question = { key: 's', type: 'SCALE_1_5', text: 'Jak ocenia Pan/Pani drogi?' }
    expect(textCodes(scale)).toEqual(['NO_DONT_KNOW'])
    expect(textCodes({ ...scale, options: [{ code: '-98', label: 'Trudno powiedzieć' }] })).toEqual([])
  })

  it('wants a refusal in sensitive questions, and no names in texts', () => {
    expect(textCodes({ ...yesNo('a'), sensitivity: 'SPECIAL_CATEGORY' })).toEqual(['NO_REFUSAL'])
    const text: Question = { key: 'o', type: 'TEXT_LONG', text: 'Czego brakuje?' }
    expect(textCodes(text)).toEqual(['NO_NAMES_HINT'])
    expect(textCodes({ ...text, help: 'Prosimy nie wpisywać imion, nazwisk ani adresów.' })).toEqual([])
  })

  it('wants short sentences and plain words', () => {
    const long = `Czy ${'bardzo '.repeat(20)}często?`
    expect(textCodes(asked(long))).toEqual(['LONG_SENTENCE'])
    const hard = 'Deinstytucjonalizacja uwarunkowana interdyscyplinarnością przedsięwzięć?'
    expect(inspect(aQuestionnaire([asked(hard)])).map(({ code }) => code)).toContain('HARD_TEXT')
  })
})

describe('reading level and time', () => {
  it.each([
    ['pies', 1],
    ['miasto', 2],
    ['dziadek', 2],
    ['gmina', 2],
    ['auto', 2],
    ['nauka', 3],
    ['niepełnosprawność', 5],
    ['w', 0],
  ])('%s has %i syllables', (word, syllables) => {
    expect(syllablesIn(word)).toBe(syllables)
  })

  it('counts sentences, and none at abbreviations', () => {
    expect(sentencesIn('Pomoc: np. zakupy. Czy tak?')).toHaveLength(2)
    expect(readingLevel(['Ala ma kota.']).fog).toBeCloseTo(1.2)
    expect(readingLevel([]).fog).toBe(0)
  })

  it('takes longer the more is asked, and the median is of the ways through', () => {
    const rest = Array.from({ length: 6 }, (_, index) => number(`n${index}`, { visibleIf: "a = 'yes'" }))
    const { time } = measure(aQuestionnaire([yesNo('a'), ...rest]))
    expect(time.isExact).toBe(true)
    expect(time.longestMinutes).toBeGreaterThan(time.medianMinutes + 0.5)
    expect(measure(aQuestionnaire([multi('m', ['1', '2'])])).time.longestMinutes).toBeLessThan(1)
  })
})

describe('the library', () => {
  it.each(questionnaireLibrary.map((one) => [one.key, one] as const))(
    '%s has no errors or warnings',
    (_, one) => {
      expect(inspect(one).filter(({ severity }) => severity !== 'hint')).toEqual([])
    },
  )
})
