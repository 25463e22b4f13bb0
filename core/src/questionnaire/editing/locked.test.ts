import { describe, expect, it } from 'vitest'
import { attachModule, questionBank, questionModules, questionnaireLibrary } from '../library/index.ts'
import { everyQuestion, optionsOf, rowsOf, type Question, type Questionnaire } from '../index.ts'
import { changeQuestion, emptyQuestionnaire, lockedDefects, ownOptions, ownRows, renameKey } from './index.ts'

const locked = new Set(
  questionBank.questions.filter(({ isLocked }) => isLocked).map(({ question }) => question.key),
)
const hosts = questionnaireLibrary.filter(({ key }) => ['RES', 'SEN', 'FAM'].includes(key))
const withModules = hosts.flatMap((host) =>
  questionModules
    .filter(({ sections }) => !sections.some(({ key }) => host.sections.some((own) => own.key === key)))
    .map((module) => attachModule(host, module)),
)
const byKey = (key: string): Questionnaire => {
  const found = questionnaireLibrary.find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const RES = byKey('RES')
const lockedIn = (questionnaire: Questionnaire) =>
  everyQuestion(questionnaire).filter(({ key }) => locked.has(key))
const parts = (questionnaire: Questionnaire) =>
  lockedDefects(questionnaire).map(({ path }) => path.split('.').at(-1))
const patch = (questionnaire: Questionnaire, key: string, fields: object) =>
  changeQuestion(questionnaire, key, (question) => ({ ...question, ...fields }) as Question)

describe('questions locked in the bank', () => {
  it.each(questionnaireLibrary.map((one) => [one.key, one] as const))(
    'stand in %s as their owner wrote them',
    (_key, one) => {
      expect(lockedDefects(one)).toEqual([])
    },
  )

  it('stand in every module as their owner wrote them, and the library is full of them', () => {
    expect(withModules.flatMap((one) => lockedDefects(one))).toEqual([])
    expect(withModules).toHaveLength(11)
    expect(questionnaireLibrary.flatMap(lockedIn).length).toBeGreaterThan(80)
  })

  it('are found changed in whatever wording, with the place and what to do', () => {
    for (const question of lockedIn(RES)) {
      const defects = lockedDefects(patch(RES, question.key, { text: `${question.text} Naprawdę?` }))

      expect(defects.map(({ path }) => path)).toEqual([
        expect.stringMatching(/^sections\.\d+\.questions\.\d+\.text$/),
      ])
      expect(defects[0]?.message).toContain('jest wspólne i zablokowane w banku, a tutaj ma inną treść')
    }
    const [first] = lockedIn(RES)
    expect(first && parts(patch(RES, first.key, { help: 'inaczej', easyText: 'inaczej' }))).toEqual([
      'help',
      'easyText',
    ])
    expect(first && parts(patch(RES, first.key, { type: 'TEXT_LONG' }))).toEqual(['type'])
  })

  it('may have fewer options and rows, other conditions and translations into new languages', () => {
    for (const question of lockedIn(RES)) {
      const [option, row] = [optionsOf(RES, question)[0], rowsOf(RES, question)[0]]
      const narrowed = {
        required: !question.required,
        visibleIf: 'true',
        translations: { de: { text: 'Frage' } },
        ...(option && question.type !== 'SCALE_1_5' && question.type !== 'SCALE_0_10'
          ? { only: [option.code] }
          : {}),
        ...(row && { onlyRows: [row.key] }),
      }

      expect(lockedDefects(patch(RES, question.key, narrowed))).toEqual([])
    }
  })

  it('may have the options of a list as their own, but no other, reworded or reordered ones', () => {
    const chosen = lockedIn(RES).filter(
      (question) => question.type === 'SINGLE' && optionsOf(RES, question).length > 2,
    )
    expect(chosen.length).toBeGreaterThan(3)
    for (const { key } of chosen) {
      const own = ownOptions(RES, key)
      const options = optionsOf(own, everyQuestion(own).find((one) => one.key === key) as Question)

      expect(lockedDefects(own)).toEqual([])
      expect(parts(patch(own, key, { options: options.toReversed() }))).toEqual(['options'])
      expect(parts(patch(own, key, { options: [...options, { code: 'NOWA', label: 'nowa' }] }))).toEqual([
        'options',
      ])
      expect(
        parts(patch(own, key, { options: options.map((one) => ({ ...one, label: `${one.label}!` })) })),
      ).toEqual(['options'])
    }
    const table = lockedIn(RES).find((question) => rowsOf(RES, question).length > 1)
    if (table === undefined) throw new Error('no table')
    const own = ownRows(RES, table.key)
    expect(lockedDefects(own)).toEqual([])
    expect(parts(patch(own, table.key, { rows: rowsOf(RES, table).toReversed() }))).toEqual(['rows'])
  })

  it('are found changed through a shared list too', () => {
    const name = Object.keys(RES.lists).find((one) =>
      lockedIn(RES).some((question) => 'list' in question && question.list === one),
    )
    const list = RES.lists[name ?? '']
    if (name === undefined || list === undefined) throw new Error('no list')
    const options = list.options.map((option) => ({ ...option, label: 'zmienione' }))

    expect(parts({ ...RES, lists: { ...RES.lists, [name]: { ...list, options } } })).toContain('options')
  })

  it('keep their wording in the languages of the bank', () => {
    const minimal = byKey('RES_MIN')
    const translated = lockedIn(minimal).find(({ translations }) => translations?.['uk'])
    if (translated === undefined) throw new Error('no translation')

    expect(parts(patch(minimal, translated.key, { translations: { uk: { text: 'інакше' } } }))).toEqual([
      'translations',
    ])
  })

  it('are free under another key, and an own questionnaire has none', () => {
    const [first] = lockedIn(RES)
    const renamed = renameKey(patch(RES, first?.key ?? '', { text: 'Inaczej?' }), first?.key ?? '', 'wlasne')

    expect(lockedDefects(renamed)).toEqual([])
    expect(lockedDefects(emptyQuestionnaire({ key: 'a', title: 'A', audience: 'STAFF' }))).toEqual([])
  })
})
