import { aQuestionnaire, multi, yesNo } from '@rozeznanie/core/testing'
import { questionCount, QuestionnaireIncompleteError } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asInstallation } from '../services.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'
import { ensureLibrary } from './ensure-library.ts'
import { publishQuestionnaireVersion } from './publish-questionnaire-version.ts'

let test: TestApp
let organiser: SignedIn
let stranger: SignedIn

beforeAll(async () => {
  test = await createTestApp()
  await Promise.all([
    ensureLibrary(asInstallation(test.services)),
    ensureLibrary(asInstallation(test.services)),
  ])
  organiser = await test.signInAs('organiser')
  stranger = await test.signInAs('stranger')
})
afterAll(() => test.close())

interface Shown {
  readonly key: string
  readonly organisation: { readonly id: string } | null
  readonly latestVersion: {
    readonly id: string
    readonly number: number
    readonly questionCount: number
  } | null
}
const FIELDS = `key title organisation { id } latestVersion { id number audience estimatedMinutes questionCount document }`
const one = async (key: string, as = organiser) =>
  (
    await test.graphql<{ questionnaire: Shown | null }>(
      `query ($key: String!) { questionnaire(key: $key) { ${FIELDS} } }`,
      { key },
      { as },
    )
  ).data.questionnaire

describe('the ready library', () => {
  it('is published once, however often the server starts', async () => {
    await ensureLibrary(asInstallation(test.services))

    const { data } = await test.graphql<{ questionnaires: readonly Shown[] }>(
      `{ questionnaires { ${FIELDS} } }`,
      {},
      { as: organiser },
    )

    const shown = data.questionnaires.map(({ key, latestVersion }) => [
      key,
      latestVersion?.number,
      latestVersion?.questionCount,
    ])
    expect(shown.toSorted()).toEqual(
      questionnaireLibrary.map((document) => [document.key, 1, questionCount(document)]).toSorted(),
    )
    expect(shown).toContainEqual(['RES', 1, 31])
    expect(shown).toContainEqual(['RES_MIN', 1, 6])
    expect(data.questionnaires.find(({ key }) => key === 'RES_MIN')).toMatchObject({
      organisation: null,
      latestVersion: {
        audience: 'RESIDENT',
        estimatedMinutes: 1,
        document: { format: 'rozeznanie-questionnaire/1' },
      },
    })
    expect(await test.db.prisma.questionnaireVersion.count()).toBe(questionnaireLibrary.length)
  })

  it('is for signed-in people', async () => {
    const { errors } = await test.graphql(`{ questionnaires { ${FIELDS} } }`)

    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('publishQuestionnaireVersion', () => {
  const publish = async (document: unknown, as = organiser) =>
    publishQuestionnaireVersion(await test.contextOf(as), { document, organisationId: as.organisationId })

  it('makes a changed document the next version and leaves the same one alone', async () => {
    const first = await publish(aQuestionnaire([yesNo('a')], { key: 'own' }))
    const same = await publish(aQuestionnaire([yesNo('a')], { key: 'own' }))
    const second = await publish(aQuestionnaire([yesNo('a'), yesNo('b')], { key: 'own' }))

    expect(same).toBe(first)
    expect(await one('own')).toMatchObject({ latestVersion: { id: second, number: 2, questionCount: 2 } })
  })

  it('shows an organisation’s questionnaire to its people only', async () => {
    await publish(aQuestionnaire([yesNo('a')], { key: 'secret' }))

    expect(await one('secret')).not.toBeNull()
    expect(await one('secret', stranger)).toBeNull()
    expect(await one('missing', stranger)).toBeNull()
  })

  it('refuses defects, a key that changes its type, and the key of somebody else', async () => {
    await publish(aQuestionnaire([yesNo('a')], { key: 'mine' }))

    await expect(publish(aQuestionnaire([multi('a', [])], { key: 'bad' }))).rejects.toThrow(
      QuestionnaireIncompleteError,
    )
    await expect(publish(aQuestionnaire([multi('a', ['1'])], { key: 'mine' }))).rejects.toThrow(/nowy klucz/)
    await expect(publish(aQuestionnaire([yesNo('a')], { key: 'mine' }), stranger)).rejects.toThrow(
      /należy już/,
    )
    await expect(publish(aQuestionnaire([yesNo('a')], { key: 'RES' }))).rejects.toThrow(/należy już/)
  })

  it('is not for interviewers, and the library not for organisers', async () => {
    const interviewer = await test.signInAs('interviewer')
    const document = aQuestionnaire([yesNo('a')], { key: 'x' })
    const context = await test.contextOf(organiser)

    await expect(publish(document, interviewer)).rejects.toThrow(/nie ma uprawnień/)
    await expect(publishQuestionnaireVersion(context, { document, organisationId: null })).rejects.toThrow(
      /nie ma uprawnień/,
    )
  })
})

describe('a published version', () => {
  it('cannot be changed or deleted, not even by SQL', async () => {
    const id = (await one('RES'))?.latestVersion?.id
    const change = (sql: string) => test.db.pool.query(sql, [id])

    await expect(change(`UPDATE questionnaire_version SET document = '{}' WHERE id = $1`)).rejects.toThrow(
      /is published/,
    )
    await expect(
      change('UPDATE questionnaire_version SET published_at = NULL WHERE id = $1'),
    ).rejects.toThrow(/is published/)
    await expect(change('DELETE FROM questionnaire_version WHERE id = $1')).rejects.toThrow(/is published/)
  })
})
