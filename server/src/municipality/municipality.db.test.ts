import { TERC_COLUMNS } from '@rozeznanie/core/municipality'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asInstallation } from '../services.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'
import { ensureRegister } from './ensure-register.ts'

let test: TestApp
let administrator: SignedIn
let organiser: SignedIn
let stranger: SignedIn

beforeAll(async () => {
  test = await createTestApp()
  await ensureRegister(asInstallation(test.services))
  administrator = await test.signInAs('administrator')
  organiser = await test.signInAs('organiser')
  const organisationId = await test.anOrganisation({ municipalityCodes: ['260101'] })
  stranger = await test.signInAs('organiser', { organisationId })
})
afterAll(() => test.close())

interface Page {
  readonly municipalities: {
    readonly totalCount: number
    readonly edges: readonly { readonly node: { readonly code: string; readonly name: string } }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  }
}
const LIST = `query ($search: String, $after: String, $first: Int, $voivodeshipCode: ID) {
  municipalities(search: $search, after: $after, first: $first, voivodeshipCode: $voivodeshipCode) {
    totalCount edges { node { code name county { name voivodeship { name } } } } pageInfo { hasNextPage endCursor } } }`
const list = async (variables: object) =>
  (await test.graphql<Page>(LIST, variables, { as: organiser })).data.municipalities
const names = (page: Page['municipalities']) => page.edges.map(({ node }) => node.name)

describe('the register that ships', () => {
  it('holds the 102 municipalities of the voivodeship, and loading it again changes nothing', async () => {
    await ensureRegister(asInstallation(test.services))

    const { totalCount, edges } = await list({ first: 3 })

    expect(totalCount).toBe(102)
    expect(names({ edges } as never)).toEqual(['Baćkowice', 'Bałtów', 'Bejsce'])
    expect(edges[0]?.node).toMatchObject({
      county: { name: 'opatowski', voivodeship: { name: 'świętokrzyskie' } },
    })
  })

  it('is found without diacritics and case, and by code', async () => {
    expect(names(await list({ search: 'lopuszno' }))).toEqual(['Łopuszno'])
    expect(names(await list({ search: 'SKARZYSKO-K' }))).toEqual([
      'Skarżysko Kościelne',
      'Skarżysko-Kamienna',
    ])
    expect((await list({ search: '2604' })).totalCount).toBe(19)
    expect((await list({ voivodeshipCode: '14' })).totalCount).toBe(0)
  })

  it('is read page by page', async () => {
    const first = await list({ first: 100 })
    const second = await list({ first: 100, after: first.pageInfo.endCursor })

    expect(first.pageInfo.hasNextPage).toBe(true)
    expect(second.pageInfo.hasNextPage).toBe(false)
    expect(new Set([...names(first), ...names(second)]).size).toBe(102)
  })

  it('is for signed-in people', async () => {
    const { errors } = await test.graphql(LIST)

    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})

interface Localities {
  readonly setLocalities: {
    readonly __typename: string
    readonly localities?: readonly { readonly id: string; readonly name: string }[]
    readonly problems?: readonly { readonly path: string; readonly message: string }[]
  }
}
const SET = `mutation ($input: SetLocalitiesInput!) { setLocalities(input: $input) {
  __typename ... on Municipality { localities { id name kind } } ... on InvalidInputError { problems { path message } } } }`
const setLocalities = (wanted: readonly string[], as = organiser, municipalityCode = '260401') => {
  const localities = wanted.map((name) => ({ name, kind: 'SOLECTWO' }))
  return test.graphql<Localities>(SET, { input: { municipalityCode, localities } }, { as })
}

describe('setLocalities', () => {
  it('keeps the list in Polish order, retires what is missing and revives what comes back', async () => {
    const before =
      (await setLocalities(['Łysica', 'Lechów', 'Żarnów', 'Belno'])).data.setLocalities.localities ?? []

    const without = (await setLocalities(['Lechów', 'Belno'])).data.setLocalities.localities ?? []
    const again = (await setLocalities(['Belno', 'łysica'])).data.setLocalities.localities ?? []

    expect(before.map(({ name }) => name)).toEqual(['Belno', 'Lechów', 'Łysica', 'Żarnów'])
    expect(without.map(({ name }) => name)).toEqual(['Belno', 'Lechów'])
    expect(again.find(({ name }) => name === 'łysica')?.id).toBe(
      before.find(({ name }) => name === 'Łysica')?.id,
    )
  })

  it('refuses with the row of every fault and changes nothing', async () => {
    await setLocalities(['Belno'])

    const { data } = await setLocalities(['Belno', '', 'BELNO'])

    expect(data.setLocalities.__typename).toBe('InvalidInputError')
    expect(data.setLocalities.problems?.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Wiersz 2/),
      expect.stringMatching(/^Wiersz 3/),
    ])
    expect((await setLocalities(['Belno'])).data.setLocalities.localities).toHaveLength(1)
  })

  it('is for organisers who serve the municipality, and for administrators', async () => {
    const interviewer = await test.signInAs('interviewer')

    const refusals = await Promise.all([
      setLocalities(['X'], stranger),
      setLocalities(['X'], interviewer),
      setLocalities(['X'], organiser, '999999'),
    ])

    expect(refusals.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
    ])
    expect((await setLocalities(['Belno'], administrator)).data.setLocalities.__typename).toBe('Municipality')
  })
})

const kielce = '26;61;;;Kielce;miasto na prawach powiatu;2027-01-01'
/** 2,400 municipalities: those given, and invented ones of another voivodeship. */
function tercFile(lines: readonly string[]): string {
  const counties = Array.from({ length: 25 }, (_, index) => String(index + 1).padStart(2, '0'))
  const invented = counties.flatMap((county) => [
    `14;${county};;;powiat ${county};powiat;2027-01-01`,
    ...Array.from({ length: 99 }, (_, index) => {
      const code = String(index + 1).padStart(2, '0')
      return `14;${county};${code};2;Gmina ${county}${code};gmina wiejska;2027-01-01`
    }),
  ])
  const upper = [
    '14;;;;MAZOWIECKIE;województwo;2027-01-01',
    '26;;;;ŚWIĘTOKRZYSKIE;województwo;2027-01-01',
    kielce,
  ]
  return [TERC_COLUMNS.join(';'), ...upper, ...lines, ...invented].join('\r\n')
}

async function upload(path: string, text: string, as: SignedIn | null, fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([text]), 'TERC_Urzedowy_2027-01-01.csv')
  const request = new Request('http://localhost', { method: 'POST', body: form })
  const answer = await test.app.inject({
    method: 'POST',
    url: `/upload/register/${path}`,
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      'x-rozeznanie': '1',
      ...(as && { cookie: as.cookie }),
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json() }
}

describe('upload of the official register', () => {
  const file = tercFile(['26;61;01;1;Kielce Nowe;gmina miejska;2027-01-01'])

  it('is for administrators', async () => {
    expect((await upload('plan', file, null)).status).toBe(401)
    expect((await upload('plan', file, organiser)).status).toBe(403)
    expect((await upload('apply', file, organiser)).status).toBe(403)
  })

  it('answers a wrong file with a sentence', async () => {
    const { status, body } = await upload('plan', 'Ala;ma;kota', administrator)

    expect(status).toBe(422)
    expect(body).toMatchObject({
      code: 'REGISTER_FILE_REFUSED',
      message: expect.stringMatching(/To nie jest plik TERC/),
    })
  })

  it('shows the changes, saves them only when they were seen, and keeps what vanished', async () => {
    const plan = await upload('plan', file, administrator)
    const unseen = await upload('apply', file, administrator)
    const other = await upload('apply', file, administrator, { planHash: 'x' })
    const applied = await upload('apply', file, administrator, { planHash: plan.body.planHash })
    const again = await upload('apply', file, administrator, { planHash: plan.body.planHash })

    expect(plan.body).toMatchObject({ stateOn: '2027-01-01', municipalityCount: 2476 })
    expect(plan.body.added).toHaveLength(2475)
    expect(plan.body.renamed).toEqual([{ code: '266101', from: 'Kielce', to: 'Kielce Nowe' }])
    expect(plan.body.vanished).toHaveLength(101)
    expect([unseen, other, applied, again].map(({ status }) => status)).toEqual([422, 422, 200, 422])
    expect(again.body.code).toBe('REGISTER_PLAN_OUTDATED')
    expect((await list({ search: 'kielce nowe' })).totalCount).toBe(1)
    const gone = await test.graphql(
      '{ municipality(code: "260408") { name vanishedOn } }',
      {},
      { as: organiser },
    )
    expect(gone.data.municipality).toEqual({ name: 'Łopuszno', vanishedOn: '2027-01-01' })
  })

  it('takes back what had vanished', async () => {
    const back = tercFile([
      '26;61;01;1;Kielce;gmina miejska;2027-01-01',
      '26;04;;;kielecki;powiat;2027-01-01',
      '26;04;08;3;Łopuszno;gmina miejsko-wiejska;2027-01-01',
    ])
    const { body: plan } = await upload('plan', back, administrator)

    await upload('apply', back, administrator, { planHash: plan.planHash })

    expect(plan.added).toEqual([{ code: '260408', name: 'Łopuszno', kind: 3, countyName: 'kielecki' }])
    const found = await test.graphql('{ municipality(code: "260408") { vanishedOn } }', {}, { as: organiser })
    expect(found.data.municipality).toEqual({ vanishedOn: null })
  })
})
