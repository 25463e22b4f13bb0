import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { LPDI_TEMPLATE, listSections } from '../../diagnosis/index.ts'
import {
  allQuestions,
  everyQuestion,
  findDefects,
  findQuestion,
  hasOptions,
  missingTranslations,
  optionsOf,
  parseQuestionnaire,
  questionCount,
  rowsOf,
  visibleRows,
  type Question,
  type Questionnaire,
} from '../index.ts'
import firstMinimal from './first-version/res-min.json' with { type: 'json' }
import firstResident from './first-version/res.json' with { type: 'json' }
import {
  attachModule,
  DI_AREAS,
  handlingOf,
  libraryNotes,
  questionModules,
  questionnaireLibrary,
} from './index.ts'
import schema from './questionnaire.schema.json' with { type: 'json' }

const validate = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
}).compile(schema)

function byKey(key: string): Questionnaire {
  const found = questionnaireLibrary.find((questionnaire) => questionnaire.key === key)
  if (found === undefined) throw new Error(`no questionnaire ${key}`)
  return found
}
const hosts = ['RES', 'SEN', 'FAM'].map(byKey)
const withModules: readonly Questionnaire[] = hosts.flatMap((host) =>
  questionModules
    .filter(({ sections }) => !sections.some(({ key }) => host.sections.some((own) => own.key === key)))
    .map((module) => ({ ...attachModule(host, module), key: `${host.key}_${module.key}` })),
)
const documents: readonly [string, Questionnaire][] = [...questionnaireLibrary, ...withModules].map(
  (questionnaire) => [questionnaire.key, questionnaire],
)
const lpdiSections = listSections(LPDI_TEMPLATE.sections).map(({ code }) => code)
const keysOf = (questionnaire: Questionnaire) => everyQuestion(questionnaire).map(({ key }) => key)

it('has the whole library, and every module with every host', () => {
  expect(questionnaireLibrary.map(({ key }) => key)).toEqual(
    'RES RES_MIN SEN FAM PRV STK STF YOU POSL'.split(' '),
  )
  expect(questionModules.map(({ key }) => key)).toEqual(['CAR', 'OZN', 'MH', 'FC'])
  expect(withModules).toHaveLength(11)
})

describe.each(documents)('%s', (_key, questionnaire) => {
  const questions = everyQuestion(questionnaire)

  it('is valid by the JSON Schema, reads without loss and has no defects', () => {
    const json: unknown = JSON.parse(JSON.stringify(questionnaire))
    validate(json)

    expect(validate.errors ?? []).toEqual([])
    expect(parseQuestionnaire(json)).toEqual(questionnaire)
    expect(findDefects(questionnaire)).toEqual([])
  })

  it('has every key once', () => {
    expect(keysOf(questionnaire)).toEqual([...new Set(keysOf(questionnaire))])
  })

  it('names only chapters and areas that exist, and binds every question to a chapter', () => {
    const asked = questions.filter(({ type }) => type !== 'INFO')
    const areas: readonly string[] = DI_AREAS

    expect(asked.filter((one) => (one.lpdiSections ?? []).length === 0).map(({ key }) => key)).toEqual([])
    expect(
      questions.flatMap((one) => one.lpdiSections ?? []).filter((one) => !lpdiSections.includes(one)),
    ).toEqual([])
    expect(questions.flatMap((one) => one.diAreas ?? []).filter((one) => !areas.includes(one))).toEqual([])
  })

  it('carries the lists it names and no other', () => {
    const named = questions.flatMap((one) => [
      ...(hasOptions(one) && one.list ? [one.list] : []),
      ...('rowsList' in one && one.rowsList ? [one.rowsList] : []),
    ])

    expect(Object.keys(questionnaire.lists).toSorted()).toEqual([...new Set(named)].toSorted())
  })

  it('warns against personal data wherever a text can be written', () => {
    const withText = questions.filter(
      (one) =>
        one.type.startsWith('TEXT') || optionsOf(questionnaire, one).some(({ allowsText }) => allowsText),
    )
    const warning =
      questionnaire.key === 'PRV'
        ? 'Prosimy nie wpisywać imion ani nazwisk'
        : 'Prosimy nie wpisywać imion, nazwisk ani adresów'

    for (const one of withText) expect(`${one.key}: ${one.help}`).toContain(warning)
  })

  it('speaks in sentences of at most 20 words', () => {
    const { intro, thanks, sections } = questionnaire
    const texts = [
      ...intro,
      ...thanks,
      ...sections.map(({ description }) => description ?? ''),
      ...questions.flatMap(({ text, help, easyText }) => [text, help ?? '', easyText ?? '']),
    ]
    const sentences = texts.flatMap((text) => text.split(/(?<=[.!?:])\s+/))

    expect(sentences.filter((sentence) => (sentence.match(/[\p{L}\d/–]+/gu) ?? []).length > 20)).toEqual([])
  })

  it('has an easy wording for every question of the common core', () => {
    const core = questions.filter((one) => one.core)

    expect(core.filter(({ easyText }) => easyText === undefined).map(({ key }) => key)).toEqual([])
  })

  it('lets nobody be pressed for what is sensitive', () => {
    const sensitive = questions.filter((one) => one.sensitivity === 'SPECIAL_CATEGORY')

    for (const one of sensitive) {
      expect(one.required ?? false).toBe(false)
      expect(optionsOf(questionnaire, one).map(({ code }) => code)).toContain('-99')
    }
  })
})

it('asks only providers for anything that must be given', () => {
  const required = questionnaireLibrary.filter((one) => everyQuestion(one).some(({ required: must }) => must))

  expect(required.map(({ key }) => key)).toEqual(['PRV'])
})

describe('RES and RES_MIN', () => {
  it('mean what they meant when they were first published', () => {
    const polish = (questionnaire: Questionnaire): unknown =>
      JSON.parse(
        JSON.stringify(questionnaire, (name, value: unknown) =>
          name === 'translations' ? undefined : value,
        ),
      )

    // One sentence of the introduction was longer than 20 words and became two.
    expect({ ...byKey('RES'), intro: firstResident.intro }).toEqual(firstResident)
    expect(polish(byKey('RES_MIN'))).toEqual(firstMinimal)
  })

  it('ask for the quality only of services that are used', () => {
    const resident = byKey('RES')
    const rows = visibleRows(resident, findQuestion(resident, 'serv_quality')!, {
      serv_need: { MEALS: '4', REHAB: '5', NURSERY: '3' },
    })

    expect(rows.map((row) => row.key)).toEqual(['MEALS', 'REHAB'])
    expect(questionCount(byKey('RES_MIN'))).toBe(6)
  })

  it.each(['uk', 'en'])('RES_MIN is complete in the language %s', (language) => {
    expect(missingTranslations(byKey('RES_MIN'), language)).toEqual([])
  })

  it('no other questionnaire is half translated', () => {
    const others = questionnaireLibrary.filter(({ key }) => key !== 'RES_MIN')

    expect(others.filter((one) => JSON.stringify(one).includes('"translations"'))).toEqual([])
  })
})

describe('questions shared by several questionnaires', () => {
  const seen = new Map<string, [Questionnaire, Question]>()
  const shared = documents.flatMap(([, questionnaire]) =>
    allQuestions(questionnaire).flatMap((question) => {
      const before = seen.get(question.key)
      seen.set(question.key, before ?? [questionnaire, question])
      return before ? [{ key: question.key, one: before, other: [questionnaire, question] as const }] : []
    }),
  )
  /** Everything but what a use may change, and translations, which only some questionnaires carry. */
  const wording = (question: Question): unknown => {
    const { required: _r, visibleIf: _v, translations: _t, ...rest } = question
    const { only: _o, onlyRows: _w, ...same } = rest as Record<string, unknown>
    return same
  }
  type Placed = readonly [Questionnaire, Question]
  const optionsIn = ([questionnaire, question]: Placed) =>
    new Map(optionsOf(questionnaire, question).map(({ code, label }) => [code, label]))
  const rowsIn = ([questionnaire, question]: Placed) =>
    new Map(rowsOf(questionnaire, question).map(({ key, label }) => [key, label]))
  /** What both offer has the same labels in the same order. */
  const expectAgreement = (small: ReadonlyMap<string, string>, large: ReadonlyMap<string, string>) => {
    const common = [...large].filter(([code]) => small.has(code))
    expect([...small].filter(([code]) => large.has(code))).toEqual(common)
  }

  it('are many', () => {
    expect(new Set(shared.map(({ key }) => key)).size).toBeGreaterThan(20)
  })

  it('have the same wording, options and order everywhere', () => {
    for (const { one, other } of shared) {
      expect(wording(other[1])).toEqual(wording(one[1]))
      expectAgreement(optionsIn(other), optionsIn(one))
      expectAgreement(rowsIn(other), rowsIn(one))
    }
  })

  // Handbook of the domain, §10.8, the cells marked ●.
  it.each([
    ['prob_rank', 'RES STK STF'],
    ['group_need', 'RES STK STF'],
    ['serv_need', 'RES SEN FAM'],
    ['serv_priority', 'RES STK STF'],
    ['serv_barrier', 'RES SEN FAM'],
    ['serv_pay', 'RES SEN FAM'],
    ['serv_future_place', 'RES SEN'],
    ['vol_ready', 'RES SEN'],
    ['info_src', 'RES SEN FAM'],
  ])('%s is asked in %s', (key, questionnaires) => {
    for (const name of questionnaires.split(' ')) expect(keysOf(byKey(name))).toContain(key)
  })

  it('offer the same helpers to residents, seniors and families', () => {
    const lists = [
      ['RES', 'where_help'],
      ['SEN', 'sen_helper'],
      ['FAM', 'fam_support_who'],
    ] as const

    for (const [name, key] of lists)
      expect(findQuestion(byKey(name), key)).toMatchObject({ list: 'CL_HELPER' })
  })
})

describe('how questionnaires are handed out', () => {
  it('keeps small teams of staff from being recognised', () => {
    expect(handlingOf('STF')).toMatchObject({
      minimumAnswers: 10,
      neverCross: [['stf_position', 'stf_seniority']],
      withoutLocality: true,
    })
    expect(allQuestions(byKey('STF')).filter(({ type }) => type === 'LOCALITY')).toEqual([])
  })

  it('knows every questionnaire, and forbids a public link to providers, the young and the homeless', () => {
    const keys = [...questionnaireLibrary, ...libraryNotes].map(({ key }) => key)

    expect(keys.filter((key) => handlingOf(key) === null)).toEqual([])
    expect(keys.filter((key) => handlingOf(key)?.publicLink === false)).toEqual(['PRV', 'YOU', 'HOM'])
    expect(handlingOf('OTHER')).toBeNull()
  })

  it('asks the young nothing of a special category, and no place', () => {
    const questions = everyQuestion(byKey('YOU'))

    expect(
      questions.filter((one) => one.sensitivity === 'SPECIAL_CATEGORY' || one.type === 'LOCALITY'),
    ).toEqual([])
  })
})
