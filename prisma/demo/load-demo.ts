import { createAccount } from '../../server/src/account/create-account.ts'
import type { Context } from '../../server/src/context.ts'
import { setLocalities } from '../../server/src/municipality/set-localities.ts'
import { createOrganisation } from '../../server/src/organisation/create-organisation.ts'
import { DEMO_PASSWORD, demoAccounts, INTERVIEWER_EMAIL, ORGANISER_EMAIL } from './demo-accounts.ts'
import {
  allMunicipalityCodes,
  findAccount,
  findOrganisationId,
  findSurvey,
  saveDemoState,
} from './demo-state.ts'
import { loadFieldwork } from './load-fieldwork.ts'
import { loadInstitutions } from './load-institutions.ts'
import { loadNotes } from './load-notes.ts'
import { loadQuestionnaire } from './load-questionnaire.ts'
import { loadSurvey } from './load-survey.ts'
import { demoCentres, localitiesOf, type DemoCentre } from './region.ts'

const REGION = {
  kind: 'ROPS' as const,
  name: 'Regionalny Ośrodek Polityki Społecznej w Kielcach',
  phone: '41 000 00 10',
}

/**
 * Fills a database with the example region, through the use cases a person would use: the regional centre, six
 * centres with localities, surveys and their answers, the four sign-ins, and a questionnaire that one of the centres
 * made for itself. Broken off, it is taken up where it was:
 * names and ids of the example are always the same, so nothing comes twice. The caller has marked it as `loading`.
 */
export async function loadDemo(context: Context, say: (sentence: string) => void): Promise<void> {
  const regionId = await ensureOrganisation(context, {
    ...REGION,
    municipalityCodes: await allMunicipalityCodes(context.db),
  })
  for (const [index, centre] of demoCentres.entries()) {
    say(`  ${index + 1}/${demoCentres.length}: ${centre.name}`)
    const organisationId = await ensureCentre(context, centre)
    if (index === 0) {
      await ensureAccounts(context, organisationId, regionId)
      await loadQuestionnaire(await asPerson(context, organisationId), organisationId)
    }
    await loadCentre(context, centre, { organisationId, seed: 1000 + 10 * index })
    if (index === 0) {
      await loadFieldworkOf(context, centre, organisationId)
      await loadInstitutions(await asPerson(context, organisationId), centre, organisationId)
      await loadNotesOf(context, centre, organisationId)
    }
  }
  await saveDemoState(context.db, 'loaded')
}

type NewOrganisation = Parameters<typeof createOrganisation>[1]

async function ensureOrganisation(context: Context, organisation: NewOrganisation): Promise<string> {
  return (
    (await findOrganisationId(context.db, organisation.name)) ?? createOrganisation(context, organisation)
  )
}

function ensureCentre(context: Context, { name, phone, municipalityCode }: DemoCentre): Promise<string> {
  return ensureOrganisation(context, { kind: 'CUS', name, phone, municipalityCodes: [municipalityCode] })
}

async function loadCentre(
  context: Context,
  centre: DemoCentre,
  { organisationId, seed }: { organisationId: string; seed: number },
): Promise<void> {
  const { municipalityCode } = centre
  const organiser = asOrganiser(context, organisationId)
  await setLocalities(organiser, { municipalityCode, localities: localitiesOf(centre) })
  for (const [number, survey] of centre.surveys.entries()) {
    await loadSurvey(organiser, { organisationId, centre, survey, seed: seed + number })
  }
}

/** The running survey of the first centre shows its fieldwork: it has the people of the example. */
async function loadFieldworkOf(context: Context, centre: DemoCentre, organisationId: string): Promise<void> {
  const running = centre.surveys.find(({ isClosed }) => !isClosed)
  const survey = running && (await findSurvey(context.db, organisationId, running.title))
  const account = await findAccount(context.db, INTERVIEWER_EMAIL)
  const organiser = asOrganiser(context, organisationId)
  if (!survey || !account || !organiser.viewer) return
  const viewer = { ...organiser.viewer, isAdministrator: false, accountId: account.id, name: account.name }
  const wishes = { surveyId: survey.id, centre, accountId: account.id, interviewer: { ...organiser, viewer } }
  await loadFieldwork(organiser, wishes)
}

async function loadNotesOf(context: Context, centre: DemoCentre, organisationId: string): Promise<void> {
  const people = {
    organiser: await asPerson(context, organisationId),
    interviewer: await asPerson(context, organisationId, INTERVIEWER_EMAIL),
  }
  await loadNotes(people, centre, organisationId)
}

/** The installation acting within one organisation. */
function asOrganiser(context: Context, organisationId: string): Context {
  if (!context.viewer) throw new Error('The example is loaded by the installation itself')
  return { ...context, viewer: { ...context.viewer, memberships: [{ organisationId, role: 'ORGANISER' }] } }
}

/** The organiser of the example, or another person of it, acting, so that the history bears a name. */
async function asPerson(context: Context, organisationId: string, email = ORGANISER_EMAIL): Promise<Context> {
  const organiser = asOrganiser(context, organisationId)
  const account = await findAccount(context.db, email)
  if (!account || !organiser.viewer) return organiser
  const { id: accountId, name } = account
  return { ...organiser, viewer: { ...organiser.viewer, isAdministrator: false, accountId, name } }
}

async function ensureAccounts(context: Context, centreId: string, regionId: string): Promise<void> {
  for (const { email, name, place, role } of demoAccounts) {
    if (await findAccount(context.db, email)) continue
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
