import { afterEach, describe, expect, it } from 'vitest'
import { formOf, type Question, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { checkForm } from '@rozeznanie/core/response'
import { aQuestionnaire, matrix, multi, number, roster, single } from '@rozeznanie/core/testing'
import { inWords } from './fault-words.ts'
import { langOf, langOfPolish, loadLanguage, madeOf, POLISH, saySo } from './language.ts'
import { texts } from './texts.ts'
import { english } from './wordings/english.ts'
import { polishTexts } from './wordings/polish.ts'
import { ukrainian } from './wordings/ukrainian.ts'
import { textsOf } from './wordings/wording.ts'

const ukrainianTexts = textsOf(ukrainian)
const englishTexts = textsOf(english)

type Leaf = readonly [path: string, value: unknown]

function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]]
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`),
  )
}

const shapeOf = (value: unknown) =>
  leaves(value).map(([path, leaf]) => `${path}: ${Array.isArray(leaf) ? leaf.length : typeof leaf}`)
const sentencesOf = (value: unknown) =>
  leaves(value).flatMap(([, leaf]) => (typeof leaf === 'function' ? [] : [leaf].flat().map(String)))

async function surveyIn(code: string, questionnaire: Questionnaire) {
  const language = await loadLanguage(code)
  const survey = { code: 'a', title: 'Ankieta', questionnaire, localities: [] } as never
  const translated = language.translate(survey)
  saySo(language, translated.polish)
  return translated.survey
}

afterEach(() => saySo(POLISH, new Set()))

describe.each([
  ['Ukrainian', ukrainianTexts],
  ['English', englishTexts],
] as const)('the page in %s', (_name, language) => {
  it('has every text that it has in Polish', () => {
    expect([...shapeOf(language)].sort()).toEqual([...shapeOf(polishTexts)].sort())
  })

  it('leaves nothing in Polish', () => {
    const polish = new Set(sentencesOf(polishTexts))
    expect(sentencesOf(language).filter((text) => polish.has(text) || /[ąćęłńśźż]/i.test(text))).toEqual([])
  })
})

describe('Ukrainian', () => {
  it.each([
    [1, 'Залишилося: 1 знак.'],
    [2, 'Залишилося: 2 знаки.'],
    [5, 'Залишилося: 5 знаків.'],
    [11, 'Залишилося: 11 знаків.'],
    [21, 'Залишилося: 21 знак.'],
    [112, 'Залишилося: 112 знаків.'],
  ])('counts %i', (count, sentence) => {
    expect(ukrainianTexts.field.left(count)).toBe(sentence)
  })

  it('writes a day out', () => {
    expect(ukrainianTexts.day('2026-12-01')).toBe('1 грудня 2026 року')
    expect(englishTexts.day('2026-12-01')).toBe('1 December 2026')
  })
})

describe('what is wrong with an answer', () => {
  const lone: Question = {
    ...multi('lone', []),
    options: [
      { code: 'a', label: 'a' },
      { code: 'none', label: 'nothing', exclusive: true },
    ],
  } as Question
  const questionnaire = aQuestionnaire([
    single('one', ['1'], { required: true }),
    multi('most', ['1', '2', '3'], { maxChoices: 2 }),
    lone,
    { ...number('hours'), min: 1, max: 24 } as Question,
    { key: 'year', type: 'DATE_YEAR', text: 'year?', min: 1900, max: 2010 },
    { key: 'words', type: 'TEXT_SHORT', text: 'words?', maxLength: 5 },
    { ...matrix('rows', ['r1'], ['1']), required: true } as Question,
    { ...roster('people', [number('age')]), minItems: 2 } as Question,
    {
      ...number('n'),
      constraint: [
        { expression: 'this > 5', message: 'Za mało.', translations: { en: { message: 'Too little.' } } },
      ],
    } as Question,
  ])
  const answers = {
    most: ['1', '2', '3'],
    lone: ['a', 'none'],
    hours: 30,
    year: 2020,
    words: 'too long',
    people: [{ age: 1 }],
    n: 3,
  }

  it('is told in the language that is spoken', async () => {
    const { questionnaire: english } = await surveyIn('en', {
      ...questionnaire,
      translations: { en: { title: 'A' } },
    })
    const form = formOf(english, answers, { language: 'en' })

    const told = inWords(checkForm(form, { localityIds: [] }), form, [])

    expect(told.map(({ message }) => message)).toEqual([
      'This question needs an answer. Please choose one answer.',
      'You can choose at most 2 answers. Please untick the less important ones.',
      '“nothing” cannot be combined with other answers. Please keep only this one or untick it.',
      'Please enter a number from 1 to 24.',
      'Please enter a year from 1900 to 2010, in four digits.',
      'The text is too long: it has 8 characters and may have at most 5. Please shorten it.',
      'This question needs an answer. Please choose an answer in this row.',
      'Please add more entries: at least 2 are needed.',
      'Too little.',
    ])
  })

  it('changes its language with the page, the rules of the questionnaire included', async () => {
    const form = formOf(questionnaire, answers)
    const found = checkForm(form, { localityIds: [] })
    const { questionnaire: english } = await surveyIn('en', questionnaire)

    const told = inWords(found, formOf(english, answers), [])

    expect(told.at(-1)?.message).toBe('Too little.')
    saySo(POLISH, new Set())
    expect(inWords(told, form, []).at(-1)?.message).toBe('Za mało.')
  })
})

describe('a survey in another language', () => {
  const half = aQuestionnaire(
    [
      { ...single('a', ['1']), translations: { uk: { text: 'а?' } } },
      { ...single('b', ['1']), help: 'Pomoc' } as Question,
      { key: 's', type: 'SCALE_0_10', text: 's?', minLabel: 'wcale', maxLabel: 'bardzo' },
    ],
    { translations: { uk: { title: 'Опитування' } } },
  )

  it('keeps what is missing in Polish, and marks it so', async () => {
    const survey = await surveyIn('uk', half)

    expect(survey.title).toBe('Опитування')
    expect(survey.questionnaire.sections[0]?.questions.map(({ text }) => text)).toEqual(['а?', 'b?', 's?'])
    expect(['а?', 'b?', 'Pomoc', '0 – wcale'].map(langOf)).toEqual([undefined, 'pl', 'pl', 'pl'])
    expect(langOfPolish()).toBe('pl')
  })

  it('marks a text that was filled in like the text it was made of', async () => {
    await surveyIn('uk', half)

    expect(langOf(madeOf('b?', 'b, proszę?'))).toBe('pl')
    expect(langOf(madeOf('а?', 'а!'))).toBeUndefined()
  })

  it('marks nothing in Polish', () => {
    expect([langOf('b?'), langOfPolish()]).toEqual([undefined, undefined])
  })

  it('of which the page has no words of its own is marked text by text', async () => {
    await surveyIn('de', { ...half, translations: { de: { title: 'Umfrage' } } })

    expect(texts.page.next).toBe('Dalej')
    expect(['Umfrage', 'a?'].map(langOf)).toEqual(['de', undefined])
  })

  it.each(['uk', 'en'])('the shortest questionnaire is whole in %s', async (code) => {
    const shortest = questionnaireLibrary.find(({ key }) => key === 'RES_MIN')
    if (!shortest) throw new Error('the library has no RES_MIN')
    const survey = await surveyIn(code, shortest)

    const said = survey.questionnaire.sections.flatMap(({ title, questions }) => [
      title,
      ...questions.flatMap(({ text, help }) => [text, help ?? title]),
    ])
    expect(said.filter((text) => langOf(text) !== undefined)).toEqual([])
  })
})
