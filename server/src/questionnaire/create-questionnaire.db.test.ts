import { aQuestionnaire, multi, yesNo } from '@rozeznanie/core/testing'
import { everyQuestion, findDefects, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asInstallation } from '../services.ts'
import { edit, startQuestionnaire } from '../../testing/drafts.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'
import { ensureLibrary } from './ensure-library.ts'

let test: TestApp
let organiser: SignedIn
let stranger: SignedIn
beforeAll(async () => {
  test = await createTestApp()
  await ensureLibrary(asInstallation(test.services))
  organiser = await test.signInAs('organiser')
  stranger = await test.signInAs('stranger')
})
afterAll(() => test.close())

const create = (input: object, as = organiser) =>
  edit(test, as, 'createQuestionnaire', {
    organisationId: as.organisationId,
    title: 'Nasza ankieta',
    ...input,
  })
const versionOf = async (key: string) =>
  test.db.prisma.questionnaireVersion.findFirstOrThrow({ where: { questionnaire: { key } } })

describe('a new questionnaire', () => {
  it('is blank and sound, with a key of plain letters that nobody else has', async () => {
    const first = await create({ title: ' Potrzeby łącznie: 2026 ', audience: 'SENIOR' })
    const second = await create({ title: 'Potrzeby łącznie 2026', audience: 'SENIOR' })

    expect([first.key, second.key]).toEqual(['potrzeby_lacznie_2026', 'potrzeby_lacznie_2026_2'])
    expect(first.draft).toMatchObject({
      revision: 1,
      savedByName: 'Anna Nowak',
      hasChanges: true,
      document: { key: first.key, title: 'Potrzeby łącznie: 2026', audience: 'SENIOR' },
    })
  })

  it.each(['Nowy', 'Import', 'RES', 'Res_Min'])('never takes the key %s', async (title) => {
    expect((await create({ title })).key).toBe(`${title.toLowerCase()}_2`)
  })

  it('gives each of twenty people who choose the same title at once a key of their own', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => create({ title: 'Razem' })))

    expect(new Set(made.map(({ key }) => key)).size).toBe(20)
  })

  it('is a copy with the keys of its questions and with the locked ones locked', async () => {
    const { id: copyOfVersionId, document } = await versionOf('RES_MIN')
    const original = document as unknown as Questionnaire

    const { draft, key } = await create({ title: 'Krótka dla gminy', copyOfVersionId })

    const copy = draft?.document as Questionnaire
    expect(key).toBe('krotka_dla_gminy')
    expect(copy.sections).toEqual(original.sections)
    expect(copy.lists).toEqual(original.lists)
    expect(copy.audience).toBe(original.audience)
    expect(everyQuestion(copy).filter(({ core }) => core === true).length).toBeGreaterThan(0)
    expect(original.translations?.en?.title).toBeDefined()
    expect(copy.translations?.en).toEqual({ ...original.translations?.en, title: undefined })
    expect(findDefects(copy)).toEqual([])
  })

  it('is what an import has read, unfinished as it may be', async () => {
    const document = aQuestionnaire([multi('a', [])], { key: 'RES', title: 'Z pliku', audience: 'STAFF' })

    const { draft, key } = await create({ title: 'Z pliku', document })

    expect(key).toBe('z_pliku')
    expect(draft?.document).toEqual({ ...document, key })
  })

  it('is refused with the place and the reason', async () => {
    const { id: copyOfVersionId } = await versionOf('RES')
    const document = aQuestionnaire([yesNo('a')])
    const problemsOf = async (input: object) => (await create(input)).problems?.map(({ path }) => path)

    expect(await problemsOf({ title: '  ' })).toEqual(['title'])
    expect(await problemsOf({ title: 'x'.repeat(301) })).toEqual(['title'])
    expect(await problemsOf({ copyOfVersionId: 'x' })).toEqual(['copyOfVersionId'])
    expect(await problemsOf({ copyOfVersionId, document })).toEqual(['document'])
    expect(await problemsOf({ document: { ...document, sections: [{ key: 's' }] } })).toContain(
      'sections.0.title',
    )
  })

  it('copies no version of a foreign organisation, which looks like a missing one', async () => {
    const foreign = await test.aQuestionnaireVersion(
      aQuestionnaire([yesNo('a')]),
      stranger.organisationId ?? '',
    )

    const refusal = await create({ copyOfVersionId: foreign })

    expect(refusal).toEqual(await create({ copyOfVersionId: '018f0000-0000-7000-8000-000000000000' }))
    expect(refusal.__typename).toBe('InvalidInputError')
  })

  it.each(['administrator', 'interviewer', 'analyst'] as const)('is not for the %s', async (actor) => {
    const person = await test.signInAs(actor)

    await expect(create({ organisationId: organiser.organisationId }, person)).rejects.toThrow('FORBIDDEN')
    await expect(create({ organisationId: organiser.organisationId }, stranger)).rejects.toThrow('FORBIDDEN')
  })
})

describe('a questionnaire that was never published', () => {
  it('is seen by its editors only', async () => {
    const { key } = await startQuestionnaire(
      test,
      organiser,
      aQuestionnaire([yesNo('a')], { title: 'Szkic' }),
    )
    const query = 'query ($key: String!) { questionnaire(key: $key) { mayEdit } questionnaires { key } }'
    const seenBy = async (as: SignedIn) => {
      const { data } = await test.graphql<{
        questionnaire: { mayEdit: boolean } | null
        questionnaires: readonly { key: string }[]
      }>(query, { key }, { as })
      return [data.questionnaire, data.questionnaires.some((one) => one.key === key)]
    }

    expect(await seenBy(organiser)).toEqual([{ mayEdit: true }, true])
    for (const actor of ['administrator', 'interviewer', 'analyst', 'stranger'] as const) {
      expect(await seenBy(await test.signInAs(actor))).toEqual([null, false])
    }
  })

  it('can be removed with its history, a published one cannot', async () => {
    const { id, key } = await startQuestionnaire(test, organiser, aQuestionnaire([yesNo('a')]))
    const other = await startQuestionnaire(test, organiser, aQuestionnaire([yesNo('a')]))
    await edit(test, organiser, 'publishDraft', { questionnaireId: other.id, revision: 1 })
    const remove = (questionnaireId: string, as = organiser) =>
      edit(test, as, 'removeQuestionnaire', { questionnaireId })

    expect((await remove(id, stranger)).__typename).toBe('null')
    expect(await remove(other.id)).toMatchObject({ code: 'QUESTIONNAIRE_PUBLISHED' })
    expect(await remove(id)).toEqual({ __typename: 'RemovedQuestionnaire', id, key })
    expect((await remove(id)).__typename).toBe('null')
    expect(await test.db.prisma.draftState.count({ where: { questionnaireId: id } })).toBe(0)
  })
})
