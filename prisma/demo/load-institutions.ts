import type { Answers } from '@rozeznanie/core/questionnaire'
import { readInstitutions } from '@rozeznanie/core/institution'
import { defaultInformationClause } from '@rozeznanie/core/survey'
import type { Context } from '../../server/src/context.ts'
import {
  acceptFromInstitution,
  inviteInstitutions,
  noteForm,
  returnToInstitution,
  writeForm,
} from '../../server/src/institution/forms.ts'
import { addInstitutions } from '../../server/src/institution/institution.store.ts'
import { openSurvey } from '../../server/src/survey/open-survey.ts'
import { findSurvey, formsOf, latestVersionId } from './demo-state.ts'
import type { DemoCentre } from './region.ts'

const DAY_MS = 86_400_000
const TITLE = 'Usługi i zasoby instytucji'
const LIST = `Warsztat Terapii Zajęciowej w Morawicy; wtz@morawica.example; 41 000 01 21
Środowiskowy Dom Samopomocy; sds@morawica.example; 41 000 01 22
Parafialny Zespół Caritas; ; 41 000 01 23
Fundacja „Dobre Sąsiedztwo”; biuro@dobresasiedztwo.example
Dom Pomocy Społecznej w Zgórsku; sekretariat@dps.example; 41 000 01 25
Szkoła Podstawowa w Bilczy; sekretariat@spbilcza.example`

interface Service {
  readonly code: string
  readonly persons: number
  readonly places?: number
  readonly waiting?: number
}

const aService = ({ code, persons, places, waiting }: Service): Answers => ({
  prv_service: code,
  prv_persons_year: persons,
  prv_days_hours: ['WORKDAYS'],
  ...(places !== undefined && { prv_places: places }),
  ...(waiting !== undefined && { prv_waiting: waiting }),
})

const anInstitution = (year: number, name: string, kind: string, services: readonly Service[]): Answers =>
  ({
    ...{ prv_year: year, prv_name: name, prv_kind: kind, prv_area: 'MUNICIPALITY' },
    prv_services: services.map(aService),
    prv_expand: 'WITH_FUNDS',
    prv_coop_ready: 'YES',
  }) as Answers

/** How far each institution is, and what it wrote. */
const FORMS = [
  {
    name: 'Warsztat',
    kind: 'NGO',
    services: [{ code: 'WTZ', persons: 38, places: 35, waiting: 9 }],
    until: 'accepted',
  },
  {
    name: 'Środowiskowy',
    kind: 'PUBLIC_GMINA',
    services: [{ code: 'SDS', persons: 31, places: 30, waiting: 6 }],
    until: 'submitted',
  },
  {
    name: 'Dom Pomocy',
    kind: 'PUBLIC_POWIAT',
    services: [{ code: 'DPS', persons: 92, places: 85, waiting: 14 }],
    until: 'returned',
  },
  {
    name: 'Parafialny',
    kind: 'CHURCH',
    services: [
      { code: 'MEALS', persons: 24 },
      { code: 'VOLUNT', persons: 60 },
    ],
    until: 'kept',
  },
] as const

const dayIn = (context: Context, days: number) =>
  new Date(context.now().getTime() + days * DAY_MS).toISOString().slice(0, 10)

async function ensureNamedSurvey(context: Context, centre: DemoCentre, organisationId: string, year: number) {
  const title = `${TITLE} – ${centre.municipalityName}`
  const known = await findSurvey(context.db, organisationId, title)
  if (known) return known.id
  const { municipalityCode, municipalityName, phone: contactPhone } = centre
  return openSurvey(context, {
    ...{ organisationId, municipalityCode, title, contactPhone, sampleType: 'OPEN_LINK' },
    questionnaireVersionId: await latestVersionId(context.db, 'PRV'),
    opensOn: dayIn(context, -20),
    closesOn: dayIn(context, 25),
    referenceOn: `${year}-12-31`,
    informationClause: defaultInformationClause({
      organisationName: centre.name,
      municipalityName,
      contactPhone,
    }),
  })
}

/** Institutions of the first centre in every state of their forms: accepted, to be checked, returned, begun, invited. */
export async function loadInstitutions(
  context: Context,
  centre: DemoCentre,
  organisationId: string,
): Promise<void> {
  const { db, viewer, now, publicSurveys } = context
  const year = now().getUTCFullYear() - 1
  const surveyId = await ensureNamedSurvey(context, centre, organisationId, year)
  await addInstitutions(db, { organisationId, institutions: readInstitutions(LIST), viewer, at: now() })
  const institutions = await db.prisma.institution.findMany({ where: { organisationId } })
  const institutionIds = institutions.map(({ id }) => id)
  await inviteInstitutions(context, {
    surveyId,
    institutionIds,
    dueOn: dayIn(context, 2),
    isPrefilled: false,
  })
  const survey = await publicSurveys.byId(surveyId)
  if (!survey) return
  for (const { name, kind, services, until } of FORMS) {
    const form = (await formsOf(db, surveyId)).find(({ institutionName }) => institutionName.startsWith(name))
    if (form?.status !== 'INVITED') continue
    const ids = { surveyId, formId: form.id }
    const answers = anInstitution(year, form.institutionName, kind, services)
    await writeForm(context, survey, form, until === 'kept' ? 'keep' : 'submit', { revision: 0, answers })
    if (until === 'accepted') await acceptFromInstitution(context, ids)
    if (until === 'kept') await noteForm(context, ids, () => ({ kind: 'REMINDED' }))
    if (until === 'returned') {
      const text = 'Proszę podać, ile osób czeka na miejsce z naszej gminy, a nie z całego powiatu.'
      await returnToInstitution(context, { ...ids, remarks: [{ questionKey: 'prv_waiting', text }] })
    }
  }
}
