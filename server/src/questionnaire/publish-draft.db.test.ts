import { randomUUID } from 'node:crypto'
import {
  aQuestionnaire,
  matrix,
  multi,
  number,
  options,
  roster,
  single,
  yesNo,
} from '@rozeznanie/core/testing'
import type { Answers, Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { edit, type Outcome, startQuestionnaire } from '../../testing/drafts.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let organiser: SignedIn
beforeAll(async () => {
  test = await createTestApp()
  organiser = await test.signInAs('organiser')
})
afterAll(() => test.close())

const start = (questions: readonly Question[]) =>
  startQuestionnaire(test, organiser, aQuestionnaire(questions))
const publish = (questionnaireId: string, revision: number) =>
  edit(test, organiser, 'publishDraft', { questionnaireId, revision })
const save = (questionnaireId: string, baseRevision: number, document: Questionnaire) =>
  edit(test, organiser, 'saveDraft', { questionnaireId, baseRevision, document })
const asking = (document: Questionnaire, questions: readonly Question[]): Questionnaire => ({
  ...document,
  sections: document.sections.map((section) => ({ ...section, questions })),
})

/** Publishes these questions and lets people answer them. */
async function answered(questions: readonly Question[], responses: readonly Answers[]) {
  const started = await start(questions)
  const { id: questionnaireVersionId = '' } = await publish(started.id, 1)
  const organisationId = organiser.organisationId ?? ''
  const { code } = await test.aSurvey({ organisationId, questionnaireVersionId })
  for (const answers of responses) {
    const input = { surveyCode: code, id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers }
    const query = 'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { __typename } }'
    const { data } = await test.graphql<{ submitResponse: Outcome }>(query, { input })
    expect(data.submitResponse.__typename, JSON.stringify(answers)).toBe('Receipt')
  }
  return { ...started, questionnaireVersionId }
}

interface ShownChange {
  readonly kind: string
  readonly weight: string
  readonly questionKey: string | null
  readonly optionCode: string | null
  readonly demandsNewKey: boolean
  readonly answerCount: number | null
  readonly message: string
}
const CHANGES = 'changes { kind weight questionKey optionCode demandsNewKey answerCount message }'
const seeChanges = async (key: string, as = organiser) =>
  (
    await test.graphql<{
      questionnaire: {
        draft: { changes: readonly ShownChange[]; basedOn: { number: number } | null } | null
        versions: readonly { number: number; surveyCount: number; changes: readonly ShownChange[] }[]
      }
    }>(
      `query ($key: String!) { questionnaire(key: $key) {
        draft { basedOn { number } ${CHANGES} } versions { number surveyCount ${CHANGES} } } }`,
      { key },
      { as },
    )
  ).data.questionnaire

describe('publishing a draft', () => {
  it('makes versions that follow each other, with a state of each in the history', async () => {
    const { id, key, document } = await start([yesNo('a')])

    expect(await publish(id, 1)).toMatchObject({ __typename: 'QuestionnaireVersion', number: 1 })
    expect(await save(id, 2, asking(document, [yesNo('a'), yesNo('b')]))).toMatchObject({ revision: 3 })
    expect(await publish(id, 3)).toMatchObject({ number: 2 })

    const states = await test.db.prisma.draftState.findMany({
      where: { questionnaireId: id },
      orderBy: { revision: 'asc' },
      include: { publishedVersion: true },
    })
    expect(states.map(({ kind, publishedVersion }) => [kind, publishedVersion?.number])).toEqual([
      ['CREATED', undefined],
      ['PUBLISHED', 1],
      ['SAVED', undefined],
      ['PUBLISHED', 2],
    ])
    expect((await seeChanges(key)).versions.map(({ number: count }) => count)).toEqual([2, 1])
    expect(await test.db.prisma.auditEvent.count({ where: { action: 'publishQuestionnaire' } })).toBe(2)
  })

  it('that says nothing new gives the version there is', async () => {
    const { id } = await start([yesNo('a')])
    const first = await publish(id, 1)

    expect(await publish(id, 2)).toEqual(first)
    expect(await test.db.prisma.questionnaireVersion.count({ where: { questionnaireId: id } })).toBe(1)
  })

  it('by twenty people at once makes one version', async () => {
    const { id } = await start([yesNo('a')])

    const outcomes = await Promise.all(Array.from({ length: 20 }, () => publish(id, 1)))

    expect(new Set(outcomes.map(({ __typename }) => __typename))).toContain('QuestionnaireVersion')
    expect(outcomes.every((one) => one.number === 1 || one.code === 'DRAFT_CONFLICT')).toBe(true)
    expect(await test.db.prisma.questionnaireVersion.count({ where: { questionnaireId: id } })).toBe(1)
    expect(await test.db.prisma.draftState.count({ where: { questionnaireId: id } })).toBe(2)
  })

  it('that somebody changed in the meantime is a conflict', async () => {
    const { id, document } = await start([yesNo('a')])
    await save(id, 1, asking(document, [yesNo('b')]))

    expect(await publish(id, 1)).toMatchObject({ code: 'DRAFT_CONFLICT', draft: { revision: 2 } })
  })

  it('is refused with every defect and its place', async () => {
    const { id } = await start([single('a', []), yesNo('b', "missing = 'yes'")])

    const refusal = await publish(id, 1)

    expect(refusal).toMatchObject({ code: 'QUESTIONNAIRE_INCOMPLETE' })
    expect(refusal.problems?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['sections.0.questions.0', 'sections.0.questions.1.visibleIf']),
    )
  })
})

describe('a breaking change', () => {
  it('of a question with answers is refused until the question has a new key', async () => {
    const { id, document } = await answered([yesNo('a')], [{ a: 'yes' }])
    const worse = asking(document, [multi('a', ['1', '2'])])
    await save(id, 2, worse)

    const refusal = await publish(id, 3)

    expect(refusal).toMatchObject({ code: 'REVISION_BREAKS_ANSWERS' })
    expect(refusal.problems?.[0]?.path).toMatch(/^a\./)
    await save(id, 3, asking(document, [multi('a_2', ['1', '2'])]))
    expect(await publish(id, 4)).toMatchObject({ number: 2 })
  })

  it('of a key that an older version had is refused as well', async () => {
    const { id, document } = await answered([yesNo('a'), yesNo('b')], [{ a: 'yes' }])
    await save(id, 2, asking(document, [yesNo('b')]))
    await publish(id, 3)
    await save(id, 4, asking(document, [yesNo('b'), number('a')]))

    expect(await publish(id, 5)).toMatchObject({ code: 'REVISION_BREAKS_ANSWERS' })
    await save(id, 5, asking(document, [yesNo('b'), yesNo('a')]))
    expect(await publish(id, 6)).toMatchObject({ number: 3 })
  })

  it('says how many answers use what is gone', async () => {
    const { id, key, document } = await answered(
      [single('a', ['1', '2', '3']), multi('b', ['1', '2'])],
      [{ a: '1', b: ['1'] }, { a: '2', b: ['1', '2'] }, { a: '2' }],
    )
    await save(id, 2, asking(document, [single('a', ['1', '3']), multi('b', ['1', '2'])]))

    const { draft } = await seeChanges(key)

    expect(draft?.basedOn).toEqual({ number: 1 })
    expect(draft?.changes).toMatchObject([
      {
        kind: 'OPTION_REMOVED',
        weight: 'BREAKING',
        questionKey: 'a',
        optionCode: '2',
        demandsNewKey: true,
        answerCount: 2,
        message: expect.stringMatching(/2\u00a0odpowiedzi używają tej opcji/),
      },
    ])
    expect((await publish(id, 3)).problems?.[0]?.message).toContain('2\u00a0odpowiedzi używają')
  })

  it('is none where nobody has answered so', async () => {
    const { id, key, document } = await answered([single('a', ['1', '2', '3'])], [{ a: '1' }, { a: '2' }])
    await save(id, 2, asking(document, [single('a', ['1', '2'])]))

    expect((await seeChanges(key)).draft?.changes).toMatchObject([
      { kind: 'OPTION_REMOVED', weight: 'CAREFUL', answerCount: 0 },
    ])
    expect(await publish(id, 3)).toMatchObject({ number: 2 })
  })
})

describe('answers that are counted', () => {
  const questions: readonly Question[] = [
    matrix('m', ['r1', 'r2'], ['x', 'y', 'z']),
    { key: 'top', type: 'RANK', text: 'Co najpierw?', top: 2, options: options('p', 'q', 'r') },
    { key: 'scale', type: 'SCALE_1_5', text: 'Jak?' },
    number('age'),
    roster('people', [
      single('kind', ['child', 'adult', 'elder']),
      roster('services', [multi('used', ['u', 'v', 'w'])]),
    ]),
  ]
  const responses: readonly Answers[] = [
    { m: { r1: 'x', r2: 'x' }, top: ['p', 'q'], scale: '4', age: 30 },
    {
      m: { r1: 'y' },
      top: ['q'],
      people: [{ kind: 'adult', services: [{ used: ['u', 'v'] }, { used: ['u'] }] }],
    },
    { people: [{ kind: 'adult' }, { kind: 'child' }, { kind: 'adult', services: [{ used: ['v'] }] }] },
  ]

  it('are those of every kind of question, of each item of a group, and of each answer once', async () => {
    const { id, key, document } = await answered(questions, responses)
    const changed: readonly Question[] = [
      matrix('m', ['r2'], ['z']),
      { key: 'top', type: 'RANK', text: 'Co najpierw?', top: 2, options: options('r') },
      roster('people', [single('kind', ['child']), roster('services', [multi('used', ['w'])])]),
    ]
    await save(id, 2, asking(document, changed))

    const { draft } = await seeChanges(key)

    const countOf = (questionKey: string, optionCode: string | null) =>
      draft?.changes.find(
        (change) =>
          /REMOVED/.test(change.kind) &&
          change.questionKey === questionKey &&
          change.optionCode === optionCode,
      )?.answerCount
    expect([countOf('m', 'r1'), countOf('m', 'x'), countOf('m', 'y')]).toEqual([2, 1, 1])
    expect([countOf('top', 'p'), countOf('top', 'q')]).toEqual([1, 2])
    expect([countOf('scale', null), countOf('age', null)]).toEqual([1, 1])
    expect([countOf('kind', 'adult'), countOf('kind', 'elder')]).toEqual([3, 0])
    expect([countOf('used', 'u'), countOf('used', 'v')]).toEqual([2, 2])
  })

  it('are not those of harmless changes', async () => {
    const { id, key, document } = await answered([single('a', ['1', '2'])], [{ a: '1' }])
    await save(id, 2, asking(document, [single('a', ['1', '2', '3'])]))

    expect((await seeChanges(key)).draft?.changes).toMatchObject([
      { kind: 'OPTION_ADDED', weight: 'HARMLESS', answerCount: null },
    ])
  })

  it('are told to organisers of the surveys only, and of a version up to the one before it', async () => {
    const { id, key, document } = await answered([single('a', ['1', '2'])], [{ a: '1' }])
    await save(id, 2, asking(document, [single('b', ['1'])]))
    await publish(id, 3)

    const [second] = (await seeChanges(key)).versions
    const [foreign] = (await seeChanges(key, await test.signInAs('interviewer'))).versions

    const ofRemoved = (version: typeof second) =>
      version?.changes.find(({ kind }) => kind === 'QUESTION_REMOVED')?.answerCount
    expect(ofRemoved(second)).toBe(1)
    expect(ofRemoved(foreign)).toBeNull()
    expect(second?.surveyCount).toBe(0)
    expect((await seeChanges(key)).versions[1]).toMatchObject({ number: 1, surveyCount: 1, changes: [] })
  })
})

describe('a locked question of the bank', () => {
  const ofLibrary = questionnaireLibrary.find(({ key }) => key === 'RES_MIN') as Questionnaire
  const changeLocked = (
    document: Questionnaire,
    change: (question: Question) => Question,
  ): Questionnaire => ({
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      questions: section.questions.map((one) => (one.core === true ? change(one) : one)),
    })),
  })

  it('keeps its wording', async () => {
    const { id, document } = await startQuestionnaire(test, organiser, ofLibrary)
    await save(
      id,
      1,
      changeLocked(document, (question) => ({ ...question, text: `${question.text} Tak?` })),
    )

    const refusal = await publish(id, 2)

    expect(refusal).toMatchObject({ code: 'LOCKED_QUESTIONS_CHANGED' })
    expect(refusal.problems?.length).toBeGreaterThan(0)
    await save(
      id,
      2,
      changeLocked(document, (question) => ({ ...question, required: true })),
    )
    expect(await publish(id, 3)).toMatchObject({ number: 1 })
  })
})
