import { createAccount } from '../../server/src/account/create-account.ts'
import type { Context } from '../../server/src/context.ts'
import { setLocalities } from '../../server/src/municipality/set-localities.ts'
import { createOrganisation } from '../../server/src/organisation/create-organisation.ts'
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts.ts'
import { allMunicipalityCodes, findOrganisationId, hasAccount, saveDemoState } from './demo-state.ts'
import { loadSurvey } from './load-survey.ts'
import { demoCentres, localitiesOf, type DemoCentre } from './region.ts'

const REGION = {
  kind: 'ROPS' as const,
  name: 'Regionalny Ośrodek Polityki Społecznej w Kielcach',
  phone: '41 000 00 10',
}

/**
 * Fills a database with the example region, through the use cases a person would use: the regional centre, six
 * centres with localities, surveys and their answers, and the four sign-ins. Broken off, it is taken up where it was:
 * names and ids of the example are always the same, so nothing comes twice. The caller has marked it as `loading`.
 */
export async function loadDemo(context: Context, say: (sentence: string) => void): Promise<void> {
  const regionId = await ensureOrganisation(context, {
    ...REGION,
    municipalityCodes: await allMunicipalityCodes(context.db),
  })
  const centreIds: string[] = []
  for (const [index, centre] of demoCentres.entries()) {
    say(`  ${index + 1}/${demoCentres.length}: ${centre.name}`)
    centreIds.push(await loadCentre(context, centre, index))
  }
  await ensureAccounts(context, centreIds[0] ?? regionId, regionId)
  await saveDemoState(context.db, 'loaded')
}

type NewOrganisation = Parameters<typeof createOrganisation>[1]

async function ensureOrganisation(context: Context, organisation: NewOrganisation): Promise<string> {
  return (
    (await findOrganisationId(context.db, organisation.name)) ?? createOrganisation(context, organisation)
  )
}

async function loadCentre(context: Context, centre: DemoCentre, index: number): Promise<string> {
  const { name, phone, municipalityCode } = centre
  const organisationId = await ensureOrganisation(context, {
    kind: 'CUS',
    name,
    phone,
    municipalityCodes: [municipalityCode],
  })
  const organiser = asOrganiser(context, organisationId)
  await setLocalities(organiser, { municipalityCode, localities: localitiesOf(centre) })
  for (const [number, survey] of centre.surveys.entries()) {
    await loadSurvey(organiser, { organisationId, centre, survey, seed: 1000 + 10 * index + number })
  }
  return organisationId
}

/** The installation acting within one organisation. */
function asOrganiser(context: Context, organisationId: string): Context {
  if (!context.viewer) throw new Error('The example is loaded by the installation itself')
  return { ...context, viewer: { ...context.viewer, memberships: [{ organisationId, role: 'ORGANISER' }] } }
}

async function ensureAccounts(context: Context, centreId: string, regionId: string): Promise<void> {
  for (const { email, name, place, role } of demoAccounts) {
    if (await hasAccount(context.db, email)) continue
    const organisationId = place === 'platform' ? null : place === 'centre' ? centreId : regionId
    await createAccount(context, {
      email,
      name,
      password: DEMO_PASSWORD,
      isAdministrator: place === 'platform',
      organisationId,
      role,
    })
  }
}
