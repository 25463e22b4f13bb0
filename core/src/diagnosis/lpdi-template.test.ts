import { describe, expect, it } from 'vitest'
import { DI_AREAS, questionnaireLibrary } from '../questionnaire/library/index.ts'
import { findQuestion, isMatrix, optionsOf, rowsOf, type Questionnaire } from '../questionnaire/index.ts'
import { LPDI_TEMPLATE } from './lpdi-template.ts'
import type { Binding } from './model.ts'
import { boundQuestions } from './parse-binding.ts'
import { listSections, parseTemplate } from './parse-template.ts'

const sections = listSections(LPDI_TEMPLATE.sections)
const bindings: readonly Binding[] = sections.flatMap((section) => section.bindings)
const resident: Questionnaire = questionnaireLibrary.find(({ key }) => key === 'RES')!

const codesOf = (key: string) => {
  const question = findQuestion(resident, key)
  return question === undefined ? [] : optionsOf(resident, question).map(({ code }) => code)
}
const rowKeysOf = (key: string) => {
  const question = findQuestion(resident, key)
  return question !== undefined && isMatrix(question) ? rowsOf(resident, question).map((row) => row.key) : []
}

describe('the template of the plan', () => {
  it('has the chapters of the framework schema in order', () => {
    expect(sections.map(({ code }) => code)).toEqual(
      `0 0.1 0.2 A A1 A1.1 A1.2 A1.3 A2 A3 A3.0 A3.1 A3.2 A3.3 A3.4 A3.5 A3.6 A3.7 A3.8
       A4 A4.1 A4.2 A4.3 A4.4 A4.5 A5 A6 A7 A8 A9 A10 B B1 B2 B3 B4 B5 B6 B7 B8 Z Z1 Z2 Z3`.split(/\s+/),
    )
  })

  it('binds only questions that the resident questionnaire asks', () => {
    const unknown = bindings
      .flatMap(boundQuestions)
      .filter((key) => findQuestion(resident, key) === undefined)

    expect(unknown).toEqual([])
  })

  it('shows every closed question of the resident questionnaire somewhere', () => {
    const bound = bindings.flatMap(boundQuestions)
    const asked = resident.sections
      .flatMap(({ questions }) => questions)
      .filter(({ type }) => type !== 'INFO')

    expect(asked.map(({ key }) => key).filter((key) => !bound.includes(key))).toEqual([])
  })

  it('names only codes that the questions offer', () => {
    const unknown = bindings.flatMap((binding) => {
      if (binding.kind === 'share')
        return [...binding.codes, ...binding.withoutCodes].filter(
          (code) => !codesOf(binding.question).includes(code),
        )
      return []
    })

    expect(unknown).toEqual([])
  })

  it('puts every age band into one of its groups', () => {
    const groups = bindings.flatMap((binding) => (binding.kind === 'groups' ? [binding] : []))

    for (const { byQuestion, groups: parts } of groups) {
      const grouped = parts.flatMap(({ codes }) => codes)
      expect(codesOf(byQuestion).filter((code) => !grouped.includes(code))).toEqual([])
    }
    expect(groups.length).toBeGreaterThan(0)
  })

  it('puts each service of the need matrix into exactly one area', () => {
    const rows = bindings.flatMap((binding) => (binding.kind === 'serviceNeed' ? binding.rows : []))

    expect([...rows].sort()).toEqual([...rowKeysOf('serv_need')].sort())
  })

  it('has a section for the quotes of each area of support, and only one', () => {
    const areas = bindings.flatMap((binding) => (binding.kind === 'fieldQuotes' ? binding.areas : []))

    expect([...areas].sort()).toEqual([...DI_AREAS].sort())
  })

  it('knows the genitive of each service', () => {
    expect(Object.keys(LPDI_TEMPLATE.serviceGenitives).sort()).toEqual([...rowKeysOf('serv_need')].sort())
  })
})

describe('a template that is not right', () => {
  const template = (section: object) => ({
    format: 'rozeznanie-template/1',
    key: 'T',
    title: 'T',
    standing: 'propozycja',
    serviceGenitives: {},
    sections: [{ code: 'A', title: 'A', filledBy: ['AUTO'], ...section }],
  })

  it.each([
    [
      'an unknown kind of binding',
      { bindings: [{ kind: 'magic' }] },
      /template\.sections\[0\]\.bindings\[0\].*magic/,
    ],
    [
      'a sentence without its number',
      { bindings: [{ kind: 'share', question: 'q', codes: ['1'], text: 'Wielu.' }] },
      /\{procent\}/,
    ],
    [
      'an unknown order',
      {
        bindings: [{ kind: 'choice', question: 'q', order: 'random', tableCaption: 'T', chartCaption: 'W' }],
      },
      /random/,
    ],
    ['an unknown area', { bindings: [{ kind: 'fieldQuotes', areas: ['SPORT'] }] }, /unknown or missing area/],
    ['an unknown source', { filledBy: ['NOBODY'] }, /NOBODY/],
    ['a chapter that occurs twice', { sections: [{ code: 'A', title: 'A', filledBy: [] }] }, /occurs twice/],
    ['no title', { title: ' ' }, /title has no text/],
  ])('is refused with its place: %s', (_name, section, message) => {
    expect(() => parseTemplate(template(section))).toThrow(message)
  })
})
