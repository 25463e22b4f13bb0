import { describe, expect, it } from 'vitest'
import type { Question, Questionnaire } from '../model.ts'
import {
  composeQuestionnaire,
  localQuestionKey,
  parseBank,
  parseSource,
  questionBank,
  searchBank,
  type QuestionnaireSource,
} from './index.ts'

const withInner = (question: Question): readonly Question[] =>
  question.type === 'ROSTER' ? [question, ...question.questions.flatMap(withInner)] : [question]
const head = {
  format: 'rozeznanie-source/1',
  key: 'LOCAL',
  title: 'Ankieta',
  description: 'Ankieta',
  audience: 'RESIDENT',
  estimatedMinutes: 1,
  languages: [],
  intro: ['Dzień dobry!'],
  thanks: ['Dziękujemy.'],
  handling: { anonymous: true, publicLink: true },
}
const own = { key: 'loc_260401_park', type: 'SINGLE', text: 'Czy lubi Pan/Pani park?' }
const yesNo = [
  { code: 'YES', label: 'tak' },
  { code: 'NO', label: 'nie' },
]
const sourceOf = (...questions: readonly unknown[]): QuestionnaireSource =>
  parseSource({ ...head, sections: [{ key: 's', title: 'Część', questions }] })
const compose = (...questions: readonly unknown[]): Questionnaire =>
  composeQuestionnaire(sourceOf(...questions), questionBank)
const found = (...query: Parameters<typeof searchBank>) =>
  searchBank(...query).map(({ question }) => question.key)

describe('the bank', () => {
  const keys = questionBank.questions.flatMap(({ question }) => withInner(question)).map(({ key }) => key)

  it('has every key once, rosters’ own questions too', () => {
    expect(keys.length).toBeGreaterThan(150)
    expect(keys).toEqual([...new Set(keys)])
  })

  it('names only lists it has', () => {
    const lists = questionBank.questions
      .flatMap(({ question }) => withInner(question))
      .flatMap((one) => ['list' in one ? one.list : undefined, 'rowsList' in one ? one.rowsList : undefined])
      .filter((name) => name !== undefined)

    expect(lists.filter((name) => !Object.hasOwn(questionBank.lists, name))).toEqual([])
  })

  it('locks the common core for its owner: the region, or the county for foster care', () => {
    const locked = questionBank.questions.filter(({ isLocked }) => isLocked)

    expect(locked.length).toBeGreaterThanOrEqual(50)
    expect(new Set(locked.map(({ owner }) => owner))).toEqual(new Set(['REGION', 'COUNTY']))
    expect(locked.filter(({ owner, theme }) => (owner === 'COUNTY') !== (theme === 'fc'))).toEqual([])
  })

  it('is refused with the place of what is wrong', () => {
    const theme = {
      theme: 't',
      title: 'T',
      questions: [{ owner: 'NOBODY', audiences: [], serviceDomains: [], indicators: [] }],
    }

    expect(() => parseBank([theme], {})).toThrow(/0\.questions\.0\.owner/)
    expect(() => parseBank([{ theme: 't', title: 'T', questions: [], more: 1 }], {})).toThrow(/0\.more/)
  })
})

describe('a composed questionnaire', () => {
  it('holds questions of the bank in full, own ones, and the lists they name', () => {
    const document = compose({ use: 'dem_sex' }, { ...own, options: yesNo })

    expect(document.sections[0]?.questions.map(({ key }) => key)).toEqual(['dem_sex', 'loc_260401_park'])
    expect(document.sections[0]?.questions[0]).toMatchObject({ text: 'Płeć', core: true })
    expect(Object.keys(document.lists)).toEqual(['CL_SEX'])
  })

  it('may narrow options and rows, which stay in the order of the bank', () => {
    const document = compose(
      { use: 'dem_age', only: ['85_PLUS', '60_64'], required: true },
      { use: 'serv_need', onlyRows: ['REHAB', 'MEALS'], visibleIf: "dem_age = '85_PLUS'" },
    )

    expect(document.sections[0]?.questions).toMatchObject([
      { only: ['60_64', '85_PLUS'], required: true },
      { onlyRows: ['MEALS', 'REHAB'], visibleIf: "dem_age = '85_PLUS'" },
    ])
  })

  it('carries translations only into the languages it is complete in', () => {
    const inLanguages = (languages: readonly string[]) =>
      JSON.stringify(composeQuestionnaire({ ...sourceOf({ use: 'dem_sex' }), languages }, questionBank))

    expect(inLanguages([])).not.toContain('translations')
    expect(inLanguages(['en'])).toContain('woman')
    expect(inLanguages(['en'])).not.toContain('жінка')
  })

  it.each([
    ['a question the bank does not have', { use: 'nothing' }, /nie ma pytania „nothing”/],
    ['an option it does not offer', { use: 'dem_sex', only: ['WOMAN', 'ROBOT'] }, /„ROBOT”/],
    ['an option left out on purpose', { use: 'dem_age', only: ['15_17'] }, /„15_17”/],
    ['a row it does not ask', { use: 'serv_need', onlyRows: ['ROADS'] }, /„ROADS”/],
    ['no option at all', { use: 'dem_sex', only: [] }, /choć jedną/],
    ['a key of the bank for an own question', { ...own, key: 'dem_sex', options: yesNo }, /należy do banku/],
  ])('refuses %s', (_name, question, message) => {
    expect(() => compose(question)).toThrow(message)
  })

  it('lets nobody reword a question of the bank', () => {
    expect(() => sourceOf({ use: 'dem_sex', text: 'Jaka płeć?' })).toThrow(
      /sections\.0\.questions\.0\.text.*nie ma w formacie/,
    )
  })
})

describe('searching the bank', () => {
  it('finds words in any inflection, with or without Polish letters', () => {
    expect(found({ text: 'samotności' })[0]).toBe('sen_lonely')
    expect(found({ text: 'samotnosc' })[0]).toBe('sen_lonely')
    expect(found({ text: 'lonely' })).toEqual(['sen_lonely'])
  })

  it('needs every word, and puts the question before mere answers', () => {
    expect(found({ text: 'dzieci wieku' })[0]).toBe('fam_kids_age')
    expect(found({ text: 'superwizja rower' })).toEqual([])
    expect(found({ text: 'teleopieka' })).toEqual(expect.arrayContaining(['serv_need', 'prv_services']))
  })

  it('narrows by area, domain, chapter with its parts, and audience', () => {
    expect(found({ serviceDomain: 'FOSTER_CARE', audience: 'FAMILY' })).toContain('fc_continue')
    expect(found({ area: 'MENTAL_HEALTH', audience: 'SENIOR' })).toContain('mh_sought')
    expect(found({ lpdiSection: 'A4.5' })).toContain('vol_ready')
    expect(found({ lpdiSection: 'A4' })).toEqual(expect.arrayContaining(['vol_ready', 'prv_buildings']))
    expect(found({ lpdiSection: 'A1' })).not.toContain('open_idea')
    expect(found({ audience: 'STAFF' }).filter((key) => key.startsWith('sen_'))).toEqual([])
  })

  it('finds everything when nothing is asked', () => {
    const answerable = questionBank.questions.filter(({ question }) => question.type !== 'INFO')

    expect(searchBank({})).toEqual(answerable)
  })
})

describe('the key of a local question', () => {
  it('is made of the code of the municipality and plain letters', () => {
    expect(localQuestionKey('2604012', 'Ścieżka  rowerowa nad Łososiną?')).toBe(
      'loc_260401_sciezka_rowerowa_nad_lososina',
    )
    expect(localQuestionKey('260401', 'park')).toBe('loc_260401_park')
    expect(localQuestionKey('260401', 'x'.repeat(100))).toHaveLength(60)
  })

  it.each([
    ['26040', 'park', /6 lub 7 cyfr/],
    ['2604019', 'park', /6 lub 7 cyfr/],
    ['260401', '?!', /krótką nazwę/],
  ])('refuses %s and %s', (code, slug, message) => {
    expect(() => localQuestionKey(code, slug)).toThrow(message)
  })
})
