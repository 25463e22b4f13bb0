import { DEFAULT_INVITATION_REASON } from '@rozeznanie/core/survey'
import type { Database } from '../database/database.ts'
import { dayOf } from '../kernel/scalars.ts'

/** What letters say of a survey. */
export interface LetterSurvey {
  readonly code: string
  readonly surveyTitle: string
  readonly organisationName: string
  readonly municipalityName: string
  readonly contactPhone: string
  readonly closesOn: string
  readonly why: string
}

export async function loadLetterSurvey({ prisma }: Database, id: string): Promise<LetterSurvey> {
  const survey = await prisma.survey.findUniqueOrThrow({
    where: { id },
    include: { organisation: { select: { name: true } }, municipality: { select: { name: true } } },
  })
  const { code, title, organisation, municipality, contactPhone, closesOn, invitationReason } = survey
  return {
    code,
    surveyTitle: title,
    organisationName: organisation.name,
    municipalityName: municipality.name,
    contactPhone,
    closesOn: dayOf(closesOn),
    why: invitationReason || DEFAULT_INVITATION_REASON,
  }
}
