import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { allQuestions, findQuestion, optionsOf, questionCount, rowsOf, visibleRows } from '../index.ts'
import { parseQuestionnaire } from '../parse-questionnaire.ts'
import { findDefects } from '../publish-questionnaire.ts'
import { questionnaireLibrary } from './index.ts'
import schema from './questionnaire.schema.json' with { type: 'json' }
import minimalJson from './res-min.json' with { type: 'json' }
import residentJson from './res.json' with { type: 'json' }

const documents: readonly [string, unknown][] = [
  ['res.json', residentJson],
  ['res-min.json', minimalJson],
]
const validate = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
}).compile(schema)
const byKey = (key: string) => {
  const found = questionnaireLibrary.find((questionnaire) => questionnaire.key === key)
  if (found === undefined) throw new Error(`no questionnaire ${key}`)
  return found
}

it('has no other document than these', () => {
  expect(questionnaireLibrary).toEqual(documents.map(([, json]) => json))
})

describe.each(documents)('%s', (_name, json) => {
  it('is valid by the JSON Schema', () => {
    validate(json)

    expect(validate.errors ?? []).toEqual([])
  })

  it('reads without loss and has no defects', () => {
    const questionnaire = parseQuestionnaire(json)

    expect(questionnaire).toEqual(json)
    expect(findDefects(questionnaire)).toEqual([])
  })

  it('warns against personal data wherever a text can be written', () => {
    const questionnaire = parseQuestionnaire(json)
    const withText = allQuestions(questionnaire).filter(
      (question) =>
        question.type.startsWith('TEXT') ||
        optionsOf(questionnaire, question).some((option) => option.allowsText),
    )

    for (const question of withText)
      expect(question.help).toContain('Prosimy nie wpisywać imion, nazwisk ani adresów')
  })
})

it('refuses documents that the schema should refuse', () => {
  const good = minimalJson

  expect(validate({ ...good, format: 'other' })).toBe(false)
  expect(validate({ ...good, surprise: 1 })).toBe(false)
  expect(validate({ ...good, sections: [] })).toBe(false)
})

describe('RES', () => {
  const resident = byKey('RES')

  // Handbook of the domain, §10.1: every row of the table, and foster_ready of §10.3.
  it('asks all questions of the resident questionnaire', () => {
    const keys = allQuestions(resident)
      .filter((question) => question.type !== 'INFO')
      .map((question) => question.key)

    expect(keys.toSorted()).toEqual(
      [
        [
          'res_for_whom',
          'dem_locality',
          'dem_sex',
          'dem_age',
          'dem_edu',
          'dem_work',
          'dem_hh',
          'dem_children',
        ],
        ['dem_dis', 'dem_carer', 'live_sat', 'live_matrix', 'prob_rank', 'prob_scale', 'group_need'],
        ['serv_aware', 'serv_need', 'serv_future_place', 'serv_barrier', 'serv_quality', 'serv_pay'],
        ['serv_priority', 'where_help', 'info_src', 'cus_known', 'soc_trust', 'vol_ready', 'vol_active'],
        ['digital', 'open_idea', 'foster_ready'],
      ]
        .flat()
        .toSorted(),
    )
  })

  it('blocks nobody: no question is required', () => {
    expect(allQuestions(resident).filter((question) => question.required)).toEqual([])
  })

  it('has an easy wording for every question of the common core', () => {
    const core = allQuestions(resident).filter((question) => question.core)

    expect(core).toHaveLength(26)
    expect(core.filter((question) => question.easyText === undefined)).toEqual([])
  })

  it('asks for the quality only of services that are used', () => {
    const quality = findQuestion(resident, 'serv_quality')
    if (quality === undefined) throw new Error('no serv_quality')

    const rows = visibleRows(resident, quality, { serv_need: { MEALS: '4', REHAB: '5', NURSERY: '3' } })

    expect(rows.map((row) => row.key)).toEqual(['MEALS', 'REHAB'])
  })

  it('asks about twenty services', () => {
    const need = findQuestion(resident, 'serv_need')
    if (need === undefined) throw new Error('no serv_need')

    expect(rowsOf(resident, need)).toHaveLength(20)
  })
})

it('has one wording for the questions that two documents share', () => {
  const [resident, minimal] = [byKey('RES'), byKey('RES_MIN')]

  expect(questionCount(minimal)).toBe(6)
  for (const question of allQuestions(minimal)) {
    const twin = findQuestion(resident, question.key)
    expect(question).toEqual(twin)
    expect(optionsOf(minimal, question)).toEqual(optionsOf(resident, question))
  }
})
