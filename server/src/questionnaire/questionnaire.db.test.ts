import { questionCount } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asInstallation } from '../services.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'
import { ensureLibrary } from './ensure-library.ts'

let test: TestApp
let organiser: SignedIn

beforeAll(async () => {
  test = await createTestApp()
  await Promise.all([
    ensureLibrary(asInstallation(test.services)),
    ensureLibrary(asInstallation(test.services)),
  ])
  organiser = await test.signInAs('organiser')
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
