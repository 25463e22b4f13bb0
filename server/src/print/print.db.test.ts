import { randomUUID } from 'node:crypto'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../../testing/read-pdf.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const PLAN = `mutation ($input: PlanBookletsInput!) { planBooklets(input: $input) {
  __typename ... on PrintRun { firstSheet lastSheet } ... on InvalidInputError { problems { path } } } }`
const UPDATE = `mutation ($input: UpdateMaterialsInput!) { updateMaterials(input: $input) {
  __typename ... on Survey { embedHosts } ... on InvalidInputError { problems { path message } } } }`

interface Run {
  readonly __typename: string
  readonly firstSheet: number
  readonly lastSheet: number
}

let test: TestApp
let organiser: SignedIn
let interviewer: SignedIn
let stranger: SignedIn
let versionId: string

beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T10:00:00Z'), submissionsPerMinute: 3_000 })
  organiser = await test.signInAs('organiser')
  interviewer = await test.signInAs('interviewer')
  stranger = await test.signInAs('stranger')
  const car = { ...yesNo('car'), translations: { uk: { text: 'Чи є у вас авто?' } } }
  versionId = await test.aQuestionnaireVersion(
    aQuestionnaire([car], { translations: { uk: { title: 'Анкета' } } }),
  )
})
afterAll(() => test.close())

const aSurvey = (title = 'Ankieta Łąki') =>
  test.aSurvey({ organisationId: organiser.organisationId ?? '', questionnaireVersionId: versionId, title })
const plan = async (surveyId: string, more: object = {}, as = organiser) => {
  const input = { surveyId, copies: 3, language: 'pl', isLarge: false, ...more }
  return (await test.graphql<{ planBooklets: Run | null }>(PLAN, { input }, { as })).data.planBooklets
}
const update = async (surveyId: string, more: object, as = organiser) => {
  const input = { surveyId, invitationReason: '', sheetReturn: '', embedHosts: [], ...more }
  return (await test.graphql<{ updateMaterials: object | null }>(UPDATE, { input }, { as })).data
    .updateMaterials
}
const download = (surveyId: string, file: string, as: SignedIn | null = organiser) =>
  test.app.inject({
    method: 'GET',
    url: `/download/surveys/${surveyId}/${file}`,
    headers: as ? { cookie: as.cookie } : {},
  })
const read = async (surveyId: string, file: string) => readPdf((await download(surveyId, file)).rawPayload)

describe('numbers of sheets', () => {
  it('follow one another, also when two people print at once', async () => {
    const { id } = await aSurvey()

    const runs = await Promise.all([plan(id), plan(id), plan(id, { copies: 5 })])

    const numbers = runs.flatMap((run) => (run ? [[run.firstSheet, run.lastSheet]] : []))
    const inOrder = numbers.toSorted(([one = 0], [other = 0]) => one - other)
    expect(inOrder[0]?.[0]).toBe(1)
    expect(inOrder.at(-1)?.[1]).toBe(11)
    expect(inOrder[1]?.[0]).toBe((inOrder[0]?.[1] ?? 0) + 1)
    expect(inOrder[2]?.[0]).toBe((inOrder[1]?.[1] ?? 0) + 1)
  })

  it('come after those that are entered', async () => {
    const { id, code } = await aSurvey()
    await test.graphql(
      `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { __typename } }`,
      {
        input: {
          surveyCode: code,
          id: randomUUID(),
          questionnaireVersionId: versionId,
          mode: 'PAPI',
          sheetNumber: '40',
          answers: { car: 'no' },
        },
      },
      { as: interviewer },
    )

    expect(await plan(id)).toMatchObject({ firstSheet: 41, lastSheet: 43 })
  })

  it('are refused for too many sheets and for a language without a translation', async () => {
    const { id } = await aSurvey()

    expect(await plan(id, { copies: 501 })).toMatchObject({ problems: [{ path: 'copies' }] })
    expect(await plan(id, { language: 'en' })).toMatchObject({ problems: [{ path: 'language' }] })
    expect(await plan(id, {}, stranger)).toBeNull()
  })
})

describe('a print run', () => {
  it('is printed again as it was planned, whole or in part', async () => {
    const { id } = await aSurvey()
    await plan(id)
    await plan(id, { language: 'uk', isLarge: true })

    const part = await read(id, 'booklet.pdf?from=5&copies=1')

    expect(part.language).toBe('uk-UA')
    expect(Math.min(...part.sizes)).toBeGreaterThanOrEqual(18)
    expect(part.pages[0]).toContain('аркуш 5')
  })

  it.each(['from=1&copies=9', 'from=3&copies=2', 'from=100&copies=1', 'language=en'])(
    'that is not planned is not printed: %s',
    async (query) => {
      const { id } = await aSurvey()
      await plan(id)
      await plan(id)

      expect((await download(id, `booklet.pdf?${query}`)).statusCode).toBe(404)
    },
  )

  it.each(['booklet.pdf?from=1', 'booklet.pdf?from=0&copies=1', 'leaflet.pdf?size=a3', 'poster.pdf?size=a5'])(
    'is not asked for by %s',
    async (file) => {
      const { id } = await aSurvey()

      expect((await download(id, file)).statusCode).toBe(400)
    },
  )
})

describe('files to print', () => {
  it('have a Polish name that nothing breaks out of, and are kept nowhere', async () => {
    const { id } = await aSurvey('Łąka "2026"; filename=zlo.exe')
    const { statusCode, headers } = await download(id, 'poster.pdf')

    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Plakat-Laka-2026-filename-zlo-exe.pdf"; filename*=UTF-8''Plakat-%C5%81%C4%85ka-2026-filename-zlo-exe.pdf`,
    )
    expect(headers['cache-control']).toBe('no-store')
  })

  it('say why it matters, in the words of the organiser once there are any', async () => {
    const { id } = await aSurvey()
    expect((await read(id, 'leaflet.pdf')).pages[0]).toContain('Odpowiedzi mieszkańców zdecydują')

    await update(id, { invitationReason: 'Chcemy wozić do lekarza.', sheetReturn: 'Skrzynka w sklepie.' })

    expect((await read(id, 'leaflet.pdf?size=a4')).pages[0]?.replace(/\s/g, ' ')).toContain(
      'wozić do lekarza',
    )
    expect((await read(id, 'booklet.pdf')).pages[0]?.replace(/\s/g, ' ')).toContain('Skrzynka w sklepie.')
  })

  it('are for organisers', async () => {
    const { id } = await aSurvey()

    expect((await download(id, 'booklet.pdf', interviewer)).statusCode).toBe(404)
    expect((await download(id, 'poster.pdf', stranger)).statusCode).toBe(404)
    expect((await download(id, 'leaflet.pdf', null)).statusCode).toBe(401)
  })
})

describe('the answering page in a frame', () => {
  const page = (code: string) => test.app.inject({ method: 'GET', url: `/a/${code}` })
  const ancestors = (headers: Readonly<Record<string, unknown>>) =>
    /frame-ancestors ([^;]+)/.exec(String(headers['content-security-policy']))?.[1]

  it('stands in none until the organiser names a website', async () => {
    const { id, code } = await aSurvey()
    const before = await page(code)
    expect(ancestors(before.headers)).toBe("'none'")
    expect(before.headers['x-frame-options']).toBe('DENY')

    expect(await update(id, { embedHosts: ['https://www.Gmina.pl/strona', 'bip.gmina.pl'] })).toMatchObject({
      embedHosts: ['www.gmina.pl', 'bip.gmina.pl'],
    })

    const after = await page(code)
    expect(ancestors(after.headers)).toBe('www.gmina.pl bip.gmina.pl')
    expect(after.headers['x-frame-options']).toBeUndefined()
    const turned = await test.app.inject({
      method: 'POST',
      url: `/a/${code}/strona`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    })
    expect(ancestors(turned.headers)).toBe('www.gmina.pl bip.gmina.pl')
  })

  it('of one survey opens no other page, and nothing but a website can be named', async () => {
    const { id } = await aSurvey()
    await update(id, { embedHosts: ['www.gmina.pl'] })

    expect(ancestors((await page((await aSurvey()).code)).headers)).toBe("'none'")
    expect(ancestors((await test.app.inject('/healthz')).headers)).toBe("'none'")
    expect(await update(id, { embedHosts: ["gmina.pl; script-src 'unsafe-inline'"] })).toMatchObject({
      problems: [{ path: 'embedHosts' }],
    })
    expect(await update(id, {}, stranger)).toBeNull()
  })
})
