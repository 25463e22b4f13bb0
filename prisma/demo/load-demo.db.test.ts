import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareInstallation } from '../../server/src/installation/prepare-installation.ts'
import { asInstallation } from '../../server/src/services.ts'
import { createTestApp, signIn, type TestApp } from '../../server/testing/test-app.ts'
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts.ts'
import { OWN_QUESTIONNAIRE } from './own-questionnaire.ts'

let test: TestApp
const said: string[] = []
const prepare = (demo: boolean) =>
  prepareInstallation(asInstallation(test.services), { demo, say: (s) => void said.push(s) })
const count = async () => ({
  responses: await test.db.prisma.response.count(),
  surveys: await test.db.prisma.survey.count(),
  organisations: await test.db.prisma.organisation.count(),
  accounts: await test.db.prisma.account.count(),
  localities: await test.db.prisma.locality.count(),
  draftStates: await test.db.prisma.draftState.count(),
})

describe('a first start with the example', () => {
  beforeAll(async () => {
    test = await createTestApp()
    await prepare(true)
  }, 120_000)
  afterAll(() => test.close())

  it('has the regional centre, six centres, open and closed surveys and all their answers', async () => {
    const closed = await test.db.prisma.survey.count({ where: { closedAt: { not: null } } })

    expect(await count()).toMatchObject({
      organisations: 7,
      surveys: 8,
      // and one accepted form of an institution
      responses: 418 + 312 + 447 + 336 + 389 + 352 + 304 + 1,
      accounts: 4,
    })
    expect(closed).toBe(3)
  })

  it('has a questionnaire of one centre, published once, whose draft waits with changes of every weight', async () => {
    const { email } = demoAccounts[1]!
    const as = {
      accountId: '',
      email,
      organisationId: null,
      cookie: await signIn(test.app, email, DEMO_PASSWORD),
    }
    const query = `{ questionnaire(key: "${OWN_QUESTIONNAIRE.key}") {
      versions { number surveyCount }
      draft { changes { weight kind answerCount } states { edges { node { kind savedByName } } } } } }`
    const { data } = await test.graphql<{ questionnaire: unknown }>(query, {}, { as })

    const state = (kind: string) => ({ node: { kind, savedByName: demoAccounts[1]!.name } })
    expect(data.questionnaire).toEqual({
      versions: [{ number: 1, surveyCount: 1 }],
      draft: {
        changes: [
          { weight: 'BREAKING', kind: 'OPTION_REMOVED', answerCount: expect.any(Number) },
          { weight: 'CAREFUL', kind: 'TEXT_REWORDED', answerCount: expect.any(Number) },
          { weight: 'HARMLESS', kind: 'QUESTION_ADDED', answerCount: null },
        ],
        states: {
          edges: ['SAVED', 'SAVED', 'SAVED', 'PUBLISHED', 'SAVED', 'SAVED', 'CREATED'].map(state),
        },
      },
    })
  })

  it('changes nothing when it is started again', async () => {
    const before = await count()

    const { demoSignIns, needsAdministrator } = await prepare(true)

    expect(await count()).toEqual(before)
    expect(demoSignIns).toHaveLength(4)
    expect(needsAdministrator).toBe(false)
  })

  it('takes up a loading that was broken off, without doubling anything', async () => {
    const before = await count()
    await test.db.prisma.installation.update({ where: { key: 'demo' }, data: { value: 'loading' } })
    await test.db.prisma.account.deleteMany({ where: { email: demoAccounts[3]?.email } })

    await prepare(true)

    expect(await count()).toEqual(before)
  })

  it.each(demoAccounts)('lets $label sign in', async ({ email }) => {
    expect(await signIn(test.app, email, DEMO_PASSWORD)).toContain('rozeznanie=')
  })
})

describe('a first start without the example', () => {
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  it('has the register and the library, no account and no answers, and waits for its administrator', async () => {
    const prepared = await prepare(false)

    expect(prepared).toEqual({ demoSignIns: [], demoPassword: null, needsAdministrator: true })
    expect(await count()).toEqual({
      responses: 0,
      surveys: 0,
      organisations: 0,
      accounts: 0,
      localities: 0,
      draftStates: 0,
    })
    expect(await test.db.prisma.municipality.count()).toBe(102)
    expect(await test.db.prisma.questionnaire.count()).toBe(questionnaireLibrary.length)
  })

  it('stays without the example when it is started again with it', async () => {
    await prepare(true)

    expect(await test.db.prisma.survey.count()).toBe(0)
  })
})
