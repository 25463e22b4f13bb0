import { aQuestionnaire, multi, yesNo } from '@rozeznanie/core/testing'
import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAFT_FIELDS, edit, type ShownDraft, startQuestionnaire } from '../../testing/drafts.ts'
import { ACTORS, createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let organiser: SignedIn
let colleague: SignedIn
beforeAll(async () => {
  test = await createTestApp()
  organiser = await test.signInAs('organiser')
  colleague = await test.signInAs('organiser')
  await test.db.prisma.account.update({ where: { id: colleague.accountId }, data: { name: 'Jan Kos' } })
})
afterAll(() => test.close())

const start = () => startQuestionnaire(test, organiser, aQuestionnaire([yesNo('a')]))
const withQuestion = (document: Questionnaire, question: Question): Questionnaire => ({
  ...document,
  sections: document.sections.map((section) => ({ ...section, questions: [...section.questions, question] })),
})
const save = (questionnaireId: string, baseRevision: number, document: unknown, as = organiser) =>
  edit(test, as, 'saveDraft', { questionnaireId, baseRevision, document })

interface History {
  readonly totalCount: number
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
}
interface Seen {
  readonly mayEdit: boolean
  readonly draft: (ShownDraft & { readonly states: History }) | null
}
const STATES = `states(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { id revision kind savedByName restoredRevision questionCount document version { number } } } }`
const see = async (key: string, as = organiser, page: object = {}) =>
  (
    await test.graphql<{ questionnaire: Seen | null }>(
      `query ($key: String!, $first: Int, $after: String) {
        questionnaire(key: $key) { mayEdit draft { ${DRAFT_FIELDS} ${STATES} } } }`,
      { key, ...page },
      { as },
    )
  ).data.questionnaire

describe('saving a draft', () => {
  it('adds a state, unfinished as it may be; the same again adds none', async () => {
    const { id, document } = await start()
    const unfinished = withQuestion(document, multi('b', [], { text: '' }))

    expect(await save(id, 1, unfinished)).toMatchObject({ revision: 2, document: unfinished })
    expect(await save(id, 2, unfinished)).toMatchObject({ revision: 2 })
    expect(await save(id, 1, unfinished)).toMatchObject({ revision: 2 })
    expect(await test.db.prisma.draftState.count({ where: { questionnaireId: id } })).toBe(2)
  })

  it('of two people at once lets one win and shows the other what was saved; nothing is lost', async () => {
    const { id, key, document } = await start()
    const mine = withQuestion(document, yesNo('mine'))
    const theirs = withQuestion(document, yesNo('theirs'))

    expect(await save(id, 1, theirs, colleague)).toMatchObject({ revision: 2 })
    const refusal = await save(id, 1, mine)

    expect(refusal).toMatchObject({ code: 'DRAFT_CONFLICT', draft: { revision: 2, document: theirs } })
    expect(refusal.message).toContain('Jan Kos')
    expect(await save(id, 2, withQuestion(theirs, yesNo('mine')))).toMatchObject({ revision: 3 })
    expect((await see(key))?.draft?.states.totalCount).toBe(3)
  })

  it('of twenty at once with the same base lets exactly one win', async () => {
    const { id, document } = await start()

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => save(id, 1, withQuestion(document, yesNo(`q${index}`)))),
    )

    const won = outcomes.filter(({ __typename }) => __typename === 'QuestionnaireDraft')
    expect(won.length).toBe(1)
    expect(outcomes.filter((one) => one !== won[0])).toEqual(
      Array.from({ length: 19 }, () =>
        expect.objectContaining({
          code: 'DRAFT_CONFLICT',
          draft: expect.objectContaining({ revision: 2, document: won[0]?.document }),
        }),
      ),
    )
    expect(await test.db.prisma.draftState.count({ where: { questionnaireId: id } })).toBe(2)
  })

  it('on a state that is not there yet is a conflict', async () => {
    const { id, document } = await start()

    expect(await save(id, 7, withQuestion(document, yesNo('b')))).toMatchObject({
      code: 'DRAFT_CONFLICT',
      draft: { revision: 1 },
    })
  })

  it('refuses what is no questionnaire, another key, and more than 2 MB', async () => {
    const { id, document } = await start()
    const long = (length: number) => ({ ...document, intro: Array.from({ length }, () => 'x'.repeat(2000)) })

    expect(await save(id, 1, { title: 1 })).toMatchObject({ __typename: 'InvalidInputError' })
    expect(await save(id, 1, { ...document, key: 'other' })).toMatchObject({
      problems: [{ path: 'document.key' }],
    })
    expect(await save(id, 1, long(1100))).toMatchObject({
      problems: [{ path: 'document', message: expect.stringContaining('najwyżej 2 MB') }],
    })
    expect(await save(id, 1, long(50))).toMatchObject({ revision: 2 })
  })

  it('takes 300 questions with groups in groups and translations', async () => {
    const { id, document } = await start()
    const option = (code: string) => ({
      code,
      label: 'Odpowiedź',
      translations: { uk: { label: 'Відповідь' } },
    })
    const options = Array.from({ length: 12 }, (_, index) => option(`c${index}`))
    const questions = Array.from({ length: 300 }, (_, index): Question => ({
      key: `q${index}`,
      type: 'SINGLE',
      text: 'Pytanie?',
      options,
    }))
    const nested: Question = {
      ...{ key: 'people', type: 'ROSTER', text: 'Osoby', itemName: 'osoba' },
      questions: [
        {
          ...{ key: 'services', type: 'ROSTER', text: 'Usługi', itemName: 'usługa' },
          questions: [{ key: 'deep', type: 'SINGLE', text: 'Jak?', options }],
        },
      ],
    }
    const large = {
      ...document,
      sections: [
        { key: 'first', title: 'Pierwsza', questions },
        { key: 'second', title: 'Druga', questions: [nested] },
      ],
    }

    expect(await save(id, 1, large)).toMatchObject({ revision: 2, document: large })
  })

  it('gives the questionnaire its title as long as nothing is published', async () => {
    const { id, document } = await start()
    const titleOf = async () =>
      (await test.db.prisma.questionnaire.findUniqueOrThrow({ where: { id } })).title

    await save(id, 1, { ...document, title: 'Drugi tytuł' })
    expect(await titleOf()).toBe('Drugi tytuł')

    await edit(test, organiser, 'publishDraft', { questionnaireId: id, revision: 2 })
    await save(id, 3, { ...document, title: 'Trzeci tytuł' })
    expect(await titleOf()).toBe('Drugi tytuł')
  })
})

describe('the history of a draft', () => {
  it('tells who saved what and gives any state back as a further one', async () => {
    const { id, key, document } = await start()
    const second = withQuestion(document, yesNo('b'))
    await save(id, 1, second, colleague)
    const restore = (baseRevision: number, revision: number) =>
      edit(test, organiser, 'restoreDraft', { questionnaireId: id, baseRevision, revision })

    expect(await restore(1, 1)).toMatchObject({ code: 'DRAFT_CONFLICT', draft: { revision: 2 } })
    expect(await restore(2, 9)).toMatchObject({ problems: [{ path: 'revision' }] })
    expect(await restore(2, 1)).toMatchObject({ revision: 3, document })

    const states = (await see(key))?.draft?.states
    expect(states?.edges.map(({ node }) => node)).toMatchObject([
      { revision: 3, kind: 'RESTORED', savedByName: 'Anna Nowak', restoredRevision: 1, document },
      { revision: 2, kind: 'SAVED', savedByName: 'Jan Kos', questionCount: 2, document: second },
      { revision: 1, kind: 'CREATED', savedByName: 'Anna Nowak', restoredRevision: null, document },
    ])
  })

  it('comes in pages', async () => {
    const { id, key, document } = await start()
    for (let revision = 1; revision < 5; revision += 1) {
      await save(id, revision, withQuestion(document, yesNo(`q${revision}`)))
    }
    const revisionsOf = (states: History | undefined) => states?.edges.map(({ node }) => node.revision)

    const first = (await see(key, organiser, { first: 3 }))?.draft?.states
    const rest = (await see(key, organiser, { first: 3, after: first?.pageInfo.endCursor }))?.draft?.states

    expect([revisionsOf(first), first?.pageInfo.hasNextPage, first?.totalCount]).toEqual([[5, 4, 3], true, 5])
    expect([revisionsOf(rest), rest?.pageInfo.hasNextPage]).toEqual([[2, 1], false])
  })

  it('shows any state by its number', async () => {
    const { id, key, document } = await start()
    await save(id, 1, withQuestion(document, yesNo('b')))
    const state = async (revision: number) =>
      (
        await test.graphql<{ questionnaire: { draft: { state: object | null } | null } | null }>(
          `query ($key: String!, $revision: Int!) {
            questionnaire(key: $key) { draft { state(revision: $revision) { revision document } } } }`,
          { key, revision },
          { as: organiser },
        )
      ).data.questionnaire

    expect((await state(1))?.draft?.state).toEqual({ revision: 1, document })
    expect((await state(7))?.draft?.state).toBeNull()
  })

  it('cannot be rewritten, not even by SQL', async () => {
    const { id } = await start()
    const change = (sql: string) => test.db.pool.query(sql, [id])

    await expect(
      change(`UPDATE questionnaire_draft_state SET document = '{}' WHERE questionnaire_id = $1`),
    ).rejects.toThrow(/cannot be changed or deleted/)
    await expect(change('DELETE FROM questionnaire_draft_state WHERE questionnaire_id = $1')).rejects.toThrow(
      /cannot be changed or deleted/,
    )
  })
})

describe('a draft of a published questionnaire', () => {
  it('is seen and changed by organisers of its organisation alone', async () => {
    const { id, key, document } = await start()
    await edit(test, organiser, 'publishDraft', { questionnaireId: id, revision: 1 })
    const changed = withQuestion(document, yesNo('b'))
    const touch = async (as: SignedIn) => [
      await see(key, as),
      (await save(id, 2, changed, as)).__typename,
      (await edit(test, as, 'restoreDraft', { questionnaireId: id, baseRevision: 2, revision: 1 }))
        .__typename,
      (await edit(test, as, 'publishDraft', { questionnaireId: id, revision: 2 })).__typename,
    ]

    for (const actor of ACTORS.filter((one) => one !== 'organiser')) {
      const seen = actor === 'interviewer' ? { mayEdit: false, draft: null } : null
      expect(await touch(await test.signInAs(actor)), actor).toEqual([seen, 'null', 'null', 'null'])
    }
    expect((await see(key))?.mayEdit).toBe(true)
    expect(await save(id, 2, changed)).toMatchObject({ revision: 3, hasChanges: true })
  })

  it('of a missing questionnaire is null for everybody', async () => {
    for (const id of ['018f0000-0000-7000-8000-000000000000', 'x']) {
      expect((await save(id, 1, aQuestionnaire([yesNo('a')]))).__typename).toBe('null')
    }
  })
})
