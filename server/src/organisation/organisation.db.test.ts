import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'

let test: TestApp
let administrator: SignedIn
let organiser: SignedIn
let interviewer: SignedIn
let stranger: SignedIn
beforeAll(async () => {
  test = await createTestApp()
  administrator = await test.signInAs('administrator')
  organiser = await test.signInAs('organiser')
  interviewer = await test.signInAs('interviewer')
  stranger = await test.signInAs('stranger')
})
afterAll(() => test.close())

const ORGANISATION = `query ($id: ID!) {
  organisation(id: $id) { name memberships { role account { email name isDisabled } } }
}`
const ask = (as: SignedIn, id: string) => test.graphql(ORGANISATION, { id }, { as })

describe('an organisation', () => {
  it('that is foreign looks exactly like one that is not there', async () => {
    const foreign = await ask(stranger, organiser.organisationId ?? '')
    const missing = await ask(stranger, '018f0000-0000-7000-8000-000000000000')

    expect(foreign).toEqual({ data: { organisation: null }, status: 200 })
    expect(foreign).toEqual(missing)
  })

  it('shows its people to its organiser and to administrators only', async () => {
    const id = organiser.organisationId ?? ''
    const seenBy = async (person: SignedIn) => {
      const { data } = await test.graphql<{ organisation: { memberships: unknown[] } }>(
        ORGANISATION,
        { id },
        { as: person },
      )
      return data.organisation.memberships.length
    }

    expect(await seenBy(organiser)).toBe(2)
    expect(await seenBy(administrator)).toBe(2)
    expect(await seenBy(interviewer)).toBe(0)
  })

  it('is listed for its own people, and every one for administrators', async () => {
    const listedFor = async (person: SignedIn) => {
      const { data } = await test.graphql<{ organisations: { id: string }[] }>(
        '{ organisations { id } }',
        {},
        { as: person },
      )
      return data.organisations.map(({ id }) => id).sort()
    }

    expect(await listedFor(organiser)).toEqual([organiser.organisationId])
    expect(await listedFor(stranger)).toEqual([stranger.organisationId])
    expect(await listedFor(administrator)).toEqual([organiser.organisationId, stranger.organisationId].sort())
  })
})

const CREATE = `mutation ($input: CreateOrganisationInput!) {
  createOrganisation(input: $input) { ... on Organisation { id name phone municipalities { code } }
    ... on InvalidInputError { problems { path message } } }
}`
const UPDATE = `mutation ($input: UpdateOrganisationInput!) {
  updateOrganisation(input: $input) { ... on Organisation { name phone municipalities { code } }
    ... on InvalidInputError { problems { path } } }
}`
const input = {
  kind: 'PCPR',
  name: ' PCPR w Kielcach ',
  phone: ' 41 200 17 00 ',
  municipalityCodes: ['260402', '260403', '260402'],
}

describe('an administrator', () => {
  it('adds an organisation with its municipalities and changes both later', async () => {
    await test.aMunicipality({ code: '260402' })
    await test.aMunicipality({ code: '260403' })

    const { data } = await test.graphql<{ createOrganisation: { id: string } }>(
      CREATE,
      { input },
      { as: administrator },
    )
    const { id, ...fields } = data.createOrganisation
    const change = { organisationId: id, name: 'PCPR', phone: '', municipalityCodes: ['260403'] }
    const changed = await test.graphql(UPDATE, { input: change }, { as: administrator })

    expect(fields).toEqual({
      name: 'PCPR w Kielcach',
      phone: '41 200 17 00',
      municipalities: [{ code: '260402' }, { code: '260403' }],
    })
    expect(changed.data.updateOrganisation).toEqual({
      name: 'PCPR',
      phone: '',
      municipalities: [{ code: '260403' }],
    })
  })

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'a'.repeat(201) }, 'name'],
    [{ name: 'CUS w Domu' }, 'name'],
    [{ phone: 'proszę dzwonić' }, 'phone'],
    [{ municipalityCodes: [] }, 'municipalityCodes'],
    [{ municipalityCodes: ['999999'] }, 'municipalityCodes'],
  ])('is told which field is wrong: %j', async (change, path) => {
    const wrong = { ...input, name: 'Inna nazwa', municipalityCodes: ['260401'], ...change }
    const { data } = await test.graphql(CREATE, { input: wrong }, { as: administrator })

    expect(data.createOrganisation).toEqual({ problems: [{ path, message: expect.stringMatching(/\.$/) }] })
  })

  it('gets nothing for an organisation that is not there', async () => {
    const change = {
      organisationId: '018f0000-0000-7000-8000-000000000000',
      name: 'X',
      phone: '',
      municipalityCodes: ['260401'],
    }
    const { data, errors } = await test.graphql(UPDATE, { input: change }, { as: administrator })

    expect({ data, errors }).toEqual({ data: { updateOrganisation: null }, errors: undefined })
  })

  it('gives and takes roles', async () => {
    const { accountId } = await test.anAccount()
    const organisationId = organiser.organisationId
    const query = `mutation ($input: SetMembershipInput!) { setMembership(input: $input) { memberships { role account { id } } } }`
    const setRole = async (role: string | null) => {
      const answer = await test.graphql<{
        setMembership: { memberships: { role: string; account: { id: string } }[] }
      }>(query, { input: { accountId, organisationId, role } }, { as: administrator })
      return answer.data.setMembership.memberships.find(({ account }) => account.id === accountId)?.role
    }

    expect(await setRole('INTERVIEWER')).toBe('INTERVIEWER')
    expect(await setRole('ORGANISER')).toBe('ORGANISER')
    expect(await setRole(null)).toBeUndefined()
  })
})
