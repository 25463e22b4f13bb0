import { describe, expect, it } from 'vitest'
import { aQuestionnaire, matrix, number, roster, single, yesNo } from '../../testing/index.ts'
import type { Option, Question, Questionnaire } from '../model.ts'
import { compareVersions } from './compare-versions.ts'
import { revertChange } from './revert-change.ts'

const choice = (...options: readonly Option[]): Question => ({
  key: 'choice',
  type: 'SINGLE',
  text: 'Co wybrać?',
  options,
})
const [one, two, three] = [
  { code: 'ONE', label: 'pierwsza' },
  { code: 'TWO', label: 'druga' },
  { code: 'THREE', label: 'trzecia' },
]
const listed: Question = { key: 'listed', type: 'MULTI', text: 'Co z listy?', list: 'L', only: ['A', 'C'] }
const LIST = {
  L: {
    label: 'Lista',
    options: ['A', 'B', 'C'].map((code) => ({ code, label: `pozycja ${code}` })),
  },
}
const form = (...questions: readonly Question[]): Questionnaire => ({
  ...aQuestionnaire(questions),
  lists: LIST,
})

/** Every change taken back, the gravest first, as a person would. */
function takenBack(before: Questionnaire, after: Questionnaire): Questionnaire {
  let made = after
  for (let step = 0; step < 20; step += 1) {
    const [change] = compareVersions(before, made)
    if (change === undefined) break
    made = revertChange(before, made, change)
  }
  return made
}

const people = (...questions: readonly Question[]): Question => roster('people', questions)

describe('taking every change back', () => {
  const plain = form(yesNo('a'), number('b'), choice(one, two, three), listed)
  const grouped = form(yesNo('a'), people(yesNo('inner'), number('age')), number('z'))
  const table = form(matrix('m', ['r1', 'r2', 'r3'], ['1', '2']))

  it.each<[string, Questionnaire, (before: Questionnaire) => Questionnaire]>([
    ['a reworded question', plain, (q) => changed(q, 'a', { text: 'Kto sprząta ulice?' })],
    ['help added', plain, (q) => changed(q, 'a', { help: 'Proszę wybrać.' })],
    ['a type', plain, (q) => withQuestion(q, 'a', number('a'))],
    ['a type that becomes a group', plain, (q) => withQuestion(q, 'b', roster('b', [yesNo('new')]))],
    ['a group that becomes a number', grouped, (q) => withQuestion(q, 'people', number('people'))],
    ['a unit and limits', plain, (q) => changed(q, 'b', { unit: 'zł', max: 3 })],
    ['a new condition', plain, (q) => changed(q, 'b', { visibleIf: "a = '1'", required: true })],
    ['an option taken out', plain, (q) => withQuestion(q, 'choice', choice(one, three))],
    [
      'an option put in',
      plain,
      (q) => withQuestion(q, 'choice', choice(one, { code: 'NEW', label: 'nowa' }, two, three)),
    ],
    ['options in another order', plain, (q) => withQuestion(q, 'choice', choice(three, one, two))],
    [
      'an option that says something else',
      plain,
      (q) => withQuestion(q, 'choice', choice({ ...one, label: 'nie pierwsza', value: 7 }, two, three)),
    ],
    [
      'own options instead of a list',
      plain,
      (q) => withQuestion(q, 'listed', { ...choice(one), key: 'listed', type: 'MULTI' } as Question),
    ],
    ['fewer options of a list', plain, (q) => changed(q, 'listed', { only: ['A'] })],
    ['all options of a list', plain, (q) => withQuestion(q, 'listed', without(listed, 'only'))],
    [
      'a list with other words',
      plain,
      (q) => ({
        ...q,
        lists: {
          L: { ...LIST.L, options: LIST.L.options.map((item) => ({ ...item, label: `inna ${item.code}` })) },
        },
      }),
    ],
    ['rows', table, (q) => withQuestion(q, 'm', matrix('m', ['r3', 'new', 'r1'], ['1', '2']))],
    ['a question taken out', plain, (q) => form(...questionsOf(q).filter(({ key }) => key !== 'b'))],
    ['a question put in', plain, (q) => form(number('new'), ...questionsOf(q))],
    ['questions in another order', plain, (q) => form(...[...questionsOf(q)].reverse())],
    ['a group taken out', grouped, () => form(yesNo('a'), number('z'))],
    [
      'a group taken out but for one of its questions',
      grouped,
      () => form(yesNo('a'), number('age'), number('z')),
    ],
    [
      'a question moved into a group',
      grouped,
      () => form(people(yesNo('a'), yesNo('inner'), number('age')), number('z')),
    ],
    [
      'a question put in and moved into',
      grouped,
      () => form(people(yesNo('inner')), roster('more', [number('age')]), yesNo('a'), number('z')),
    ],
    [
      'the title of a section',
      plain,
      (q) => ({
        ...q,
        sections: q.sections.map((section) => ({
          ...section,
          title: 'Inny',
          description: 'opis',
          visibleIf: 'false',
        })),
      }),
    ],
    ['the intro', plain, (q) => ({ ...q, title: 'Inny', intro: ['Witamy.'] })],
    ['sections in another order', twoSections(), (q) => ({ ...q, sections: [...q.sections].reverse() })],
    ['a section taken out', twoSections(), (q) => ({ ...q, sections: q.sections.slice(1) })],
  ])('%s', (_name, before, change) => {
    const after = change(before)

    const back = takenBack(before, after)

    expect(compareVersions(before, after)).not.toEqual([])
    expect(compareVersions(before, back)).toEqual([])
    expect(back.sections.map(({ questions }) => questions)).toEqual(
      before.sections.map(({ questions }) => questions),
    )
  })
})

describe('taking one change back', () => {
  const before = form(choice(one, two, three), yesNo('a'))

  it('leaves the others', () => {
    const after = form(
      choice({ ...two, label: 'druga, inaczej powiedziana' }, three),
      number('b'),
      yesNo('a'),
    )
    const removal = compareVersions(before, after).find(({ kind }) => kind === 'OPTION_REMOVED')!

    const back = revertChange(before, after, removal)

    expect(questionsOf(back)[0]).toMatchObject({
      options: [one, { label: 'druga, inaczej powiedziana' }, three],
    })
    expect(questionsOf(back).map(({ key }) => key)).toEqual(['choice', 'b', 'a'])
  })

  it('does nothing when it is not there any more, and keeps the identity of untouched questions', () => {
    const after = form(choice(one, two), yesNo('a'))
    const [removal] = compareVersions(before, after)

    const back = revertChange(before, after, removal!)

    expect(revertChange(before, back, removal!).sections).toEqual(back.sections)
    expect(questionsOf(back)[1]).toBe(questionsOf(after)[1])
  })
})

function questionsOf({ sections }: Questionnaire): readonly Question[] {
  return sections.flatMap(({ questions }) => questions)
}

function withQuestion(questionnaire: Questionnaire, key: string, next: Question): Questionnaire {
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.key === key ? next : question)),
  }))
  return { ...questionnaire, sections }
}

function changed(questionnaire: Questionnaire, key: string, part: object): Questionnaire {
  const question = questionsOf(questionnaire).find((one) => one.key === key)
  return withQuestion(questionnaire, key, { ...question, ...part } as Question)
}

function without(question: Question, name: string): Question {
  return Object.fromEntries(
    Object.entries(question).filter(([field]) => field !== name),
  ) as unknown as Question
}

function twoSections(): Questionnaire {
  const [section] = aQuestionnaire([single('s1', ['1'])]).sections
  const [other] = aQuestionnaire([yesNo('s2')]).sections
  return {
    ...aQuestionnaire([]),
    lists: LIST,
    sections: [
      { ...section!, key: 'first' },
      { ...other!, key: 'second' },
    ],
  }
}
