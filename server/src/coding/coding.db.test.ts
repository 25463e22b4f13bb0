import { randomUUID } from 'node:crypto'
import { aQuestionnaire } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const CODING = `query ($id: ID!, $show: CodingShow!, $code: String) { survey(id: $id) { coding(questionKey: "idea") {
  revision doubleShare codes { id label } topics { label count examples }
  state { answerCount codedCount openCount codes { id count }
    agreement { coders count sameCount alpha verdict codes { code kappa } } }
  answers(show: $show, code: $code) { totalCount edges { node {
    responseId text isShared ownCodes finalCodes differing suggestedCodes } } } } } }`
const CHANGE = `mutation ($input: ChangeCodebookInput!) { changeCodebook(input: $input) {
  __typename ... on OpenCoding { revision codes { id label } } ... on InvalidInputError { problems { path message } } } }`
const CODE = `mutation ($input: CodeAnswerInput!) { codeAnswer(input: $input) {
  __typename ... on CodedAnswer { ownCodes finalCodes } ... on InvalidInputError { problems { message } } } }`
const SETTLE = CODE.replace('codeAnswer(', 'settleCoding(')

interface Answer {
  readonly responseId: string
  readonly text: string
  readonly isShared: boolean
  readonly ownCodes: readonly string[]
  readonly finalCodes: readonly string[] | null
  readonly differing: readonly (readonly string[])[] | null
  readonly suggestedCodes: readonly string[]
}
interface Coding {
  readonly revision: number
  readonly codes: readonly { readonly id: string; readonly label: string }[]
  readonly topics: readonly { readonly label: string; readonly count: number }[]
  readonly state: {
    readonly answerCount: number
    readonly codedCount: number
    readonly openCount: number
    readonly codes: readonly { readonly id: string; readonly count: number }[]
    readonly agreement: { readonly coders: readonly string[]; readonly sameCount: number } | null
  }
  readonly answers: { readonly totalCount: number; readonly edges: readonly { readonly node: Answer }[] }
}

const TEXTS = [
  'Brakuje autobusu do Kielc',
  'Więcej autobusów w niedzielę',
  'Autobus do lekarza',
  'Opiekunka dla mamy',
  'Nie wiem',
]
let test: TestApp
let anna: SignedIn
let jan: SignedIn
let surveyId: string

beforeAll(async () => {
  test = await createTestApp()
  anna = await test.signInAs('organiser')
  jan = await test.signInAs('organiser', { organisationId: anna.organisationId ?? '' })
  const questionnaireVersionId = await test.aQuestionnaireVersion(
    aQuestionnaire([{ key: 'idea', type: 'TEXT_LONG', text: 'Czego brakuje?' }]),
  )
  const survey = await test.aSurvey({ organisationId: anna.organisationId ?? '', questionnaireVersionId })
  surveyId = survey.id
  for (const idea of TEXTS) {
    const payload = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers: { idea } }
    await test.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
  }
})
afterAll(() => test.close())

async function coding(show = 'ALL', as: SignedIn = anna, code: string | null = null): Promise<Coding | null> {
  const { data, errors } = await test.graphql<{ survey: { coding: Coding | null } | null }>(
    CODING,
    { id: surveyId, show, code },
    { as },
  )
  expect(errors).toBeUndefined()
  return data.survey?.coding ?? null
}

async function change(input: object, as: SignedIn = anna) {
  const whole = { surveyId, questionKey: 'idea', moves: [], doubleShare: 0, ...input }
  const { data } = await test.graphql<{
    changeCodebook: { __typename: string; problems?: { path: string; message: string }[] } | null
  }>(CHANGE, { input: whole }, { as })
  return data.changeCodebook
}

async function code(text: string, codes: readonly string[], as: SignedIn, mutation = CODE) {
  const found = (await coding())?.answers.edges.find(({ node }) => node.text === text)?.node
  const input = { surveyId, questionKey: 'idea', responseId: found?.responseId, codes }
  const { data } = await test.graphql<
    Record<string, { __typename: string; problems?: { message: string }[] } | null>
  >(mutation, { input }, { as })
  return Object.values(data)[0]
}

const typed = (label: string, id?: string) => ({ label, description: '', ...(id && { id }) })

describe('open answers', () => {
  it('without codes offer topics for the codebook', async () => {
    const begun = await coding('TO_CODE')

    expect(begun).toMatchObject({ revision: 0, state: { answerCount: 5, codedCount: 0, agreement: null } })
    expect(begun?.codes.map(({ id }) => id)).toEqual(['OTHER', 'EMPTY'])
    expect(begun?.topics).toEqual([
      { label: 'autobus', count: 3, examples: expect.arrayContaining(['Autobus do lekarza']) },
    ])
    expect(begun?.answers.totalCount).toBe(5)
  })

  it('get a codebook, once from each state of it', async () => {
    expect(await change({ revision: 0, codes: [typed('Autobusy'), typed('Opieka')] })).toMatchObject({
      __typename: 'OpenCoding',
      revision: 1,
    })
    const late = await change({ revision: 0, codes: [typed('Zdrowie')] }, jan)
    expect(late?.problems?.[0]).toMatchObject({ path: 'revision' })
    const both = await Promise.all([
      change({ revision: 1, codes: [typed('Autobusy', 'c1'), typed('Opieka', 'c2'), typed('Lekarz')] }),
      change({ revision: 1, codes: [typed('Autobusy', 'c1'), typed('Opieka', 'c2'), typed('Zdrowie')] }, jan),
    ])
    expect(both.map((answer) => answer?.__typename).toSorted()).toEqual(['InvalidInputError', 'OpenCoding'])
  })

  it('are coded by hand, with offers learnt from what is coded', async () => {
    expect(await code('Brakuje autobusu do Kielc', ['c1'], anna)).toMatchObject({ finalCodes: ['c1'] })
    expect(await code('Opiekunka dla mamy', ['c2'], anna)).toMatchObject({ ownCodes: ['c2'] })
    expect((await code('Nie wiem', ['EMPTY', 'c1'], anna))?.problems?.[0]?.message).toContain('nie można')

    const left = await coding('TO_CODE')

    expect(left?.answers.totalCount).toBe(3)
    const bus = left?.answers.edges.find(({ node }) => node.text === 'Więcej autobusów w niedzielę')
    expect(bus?.node.suggestedCodes[0]).toBe('c1')
    expect(left?.state).toMatchObject({ codedCount: 2, openCount: 0 })
    expect((await coding('ALL', anna, 'c2'))?.answers.totalCount).toBe(1)
  })

  it('of the shared part are coded by two people, neither seeing the other, and settled', async () => {
    const { revision } = (await coding())!
    const codes = [typed('Autobusy', 'c1'), typed('Opieka', 'c2'), typed('Lekarz', 'c3')]
    await change({ revision, codes, doubleShare: 1 })

    const unseen = (await coding('TO_CODE', jan))?.answers.edges.find(
      ({ node }) => node.text === TEXTS[0],
    )?.node
    expect(unseen).toMatchObject({ isShared: true, ownCodes: [], finalCodes: null, differing: null })
    await code(TEXTS[0]!, ['c1'], jan)
    await code('Opiekunka dla mamy', ['c1'], jan)
    await code('Autobus do lekarza', ['c1', 'c3'], jan)

    const different = await coding('DIFFERENT')
    expect(different?.answers.edges.map(({ node }) => node.differing)).toEqual([[['c2'], ['c1']]])
    expect(different?.state).toMatchObject({ openCount: 1, agreement: { count: 2, sameCount: 1 } })
    expect(different?.state.agreement?.coders).toHaveLength(2)
    expect(await code('Opiekunka dla mamy', ['c2'], anna, SETTLE)).toMatchObject({ finalCodes: ['c2'] })
    expect((await coding('DIFFERENT'))?.answers.totalCount).toBe(0)
    const third = await test.signInAs('organiser', { organisationId: anna.organisationId ?? '' })
    expect((await code(TEXTS[0]!, ['c2'], third))?.problems?.[0]?.message).toContain('zakodowały już dwie')
    expect((await code('Nie wiem', ['c2'], anna, SETTLE))?.problems?.[0]?.message).toContain('dwie osoby')
  })

  it('keep their codes when codes are joined, and lose none unasked', async () => {
    const { revision } = (await coding())!
    const unasked = await change({ revision, codes: [typed('Opieka', 'c2')] })
    expect(unasked?.problems?.[0]?.message).toContain('mają już odpowiedzi')

    const moves = [
      { from: 'c1', to: 'c2' },
      { from: 'c3', to: null },
    ]
    expect(await change({ revision, codes: [typed('Opieka', 'c2')], moves })).toMatchObject({
      __typename: 'OpenCoding',
    })
    const after = await coding()
    expect(after?.state.codes).toEqual([
      { id: 'c2', count: 3 },
      { id: 'OTHER', count: 0 },
      { id: 'EMPTY', count: 0 },
    ])
    const { rows } = await test.db.pool.query(`SELECT 1 FROM answer_coding WHERE codes && '{c1,c3}'`)
    expect(rows).toHaveLength(0)
  })

  it('are nobody else’s business', async () => {
    for (const actor of ['interviewer', 'analyst', 'stranger', 'administrator'] as const) {
      const somebody = await test.signInAs(actor)
      const { data } = await test.graphql<{ survey: { coding: unknown } | null }>(
        CODING,
        { id: surveyId, show: 'ALL', code: null },
        { as: somebody },
      )
      expect(data.survey?.coding ?? null).toBeNull()
    }
  })
})
