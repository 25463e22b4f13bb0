import { InvalidInputError } from '@rozeznanie/core/errors'
import {
  defaultInformationClause,
  openSurvey,
  type SampleType,
  USUAL_GRACE_DAYS,
} from '@rozeznanie/core/survey'
import type { OpenSurveyInput } from '../gql/graphql.ts'
import { addDays } from '../i18n/format.ts'
import type { FormProblem } from '../ui/form-problems.ts'

/** What the form can choose from: the organiser's organisations and the published questionnaires. */
export interface SurveyChoices {
  readonly organisations: readonly {
    readonly id: string
    readonly name: string
    readonly phone: string
    readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  }[]
  readonly versions: readonly {
    readonly id: string
    readonly key: string
    readonly title: string
    readonly hasPublicLink: boolean
    /** Institutions fill it in, in their own name. */
    readonly isForInstitutions: boolean
  }[]
}

/** What the person typed or chose; `null` is not touched and follows the suggestion. */
export interface SurveyDraft {
  readonly organisationId: string | null
  readonly municipalityCode: string | null
  readonly questionnaireVersionId: string | null
  readonly title: string | null
  readonly opensOn: string
  readonly closesOn: string
  readonly sampleType: SampleType
  readonly informationClause: string | null
  readonly contactPhone: string | null
  readonly graceDays: number
  /** The day that institutions answer about; the end of the last year until somebody says otherwise. */
  readonly referenceOn?: string
}

const SUGGESTED_DAYS = 28

/** The last day of the year before a day. */
const endOfYearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}-12-31`

/** An untouched form on a day: open at once, for four weeks, by an open link. */
export function emptyDraft(today: string): SurveyDraft {
  return {
    organisationId: null,
    municipalityCode: null,
    questionnaireVersionId: null,
    title: null,
    opensOn: today,
    closesOn: addDays(today, SUGGESTED_DAYS - 1),
    sampleType: 'OPEN_LINK',
    informationClause: null,
    contactPhone: null,
    graceDays: USUAL_GRACE_DAYS,
  }
}

/** The draft with every untouched field filled by what fits the others. A choice that does not fit any more is dropped. */
export function fillDraft(
  draft: SurveyDraft,
  { organisations, versions }: SurveyChoices,
  questionnaireKey?: string,
): OpenSurveyInput {
  const organisation = organisations.find(({ id }) => id === draft.organisationId) ?? organisations[0]
  const municipalities = organisation?.municipalities ?? []
  const municipality =
    municipalities.find(({ code }) => code === draft.municipalityCode) ??
    (municipalities.length === 1 ? municipalities[0] : undefined)
  const version =
    versions.find(({ id }) => id === draft.questionnaireVersionId) ??
    versions.find(({ key }) => key === questionnaireKey)
  const contactPhone = draft.contactPhone ?? organisation?.phone ?? ''
  const suggestedTitle =
    version && municipality ? `${version.title} – ${municipality.name} ${draft.opensOn.slice(0, 4)}` : ''
  const suggestedClause = defaultInformationClause({
    organisationName: organisation?.name ?? '',
    municipalityName: municipality?.name ?? '',
    contactPhone,
  })
  return {
    organisationId: organisation?.id ?? '',
    municipalityCode: municipality?.code ?? '',
    questionnaireVersionId: version?.id ?? '',
    title: draft.title ?? suggestedTitle.trim(),
    opensOn: draft.opensOn,
    closesOn: draft.closesOn,
    sampleType: draft.sampleType,
    informationClause: draft.informationClause ?? suggestedClause,
    contactPhone,
    graceDays: draft.graceDays,
    referenceOn: version?.isForInstitutions ? (draft.referenceOn ?? endOfYearBefore(draft.opensOn)) : null,
  }
}

/** The same check as the server's, so that the person hears at once; nothing wrong is an empty list. */
export function draftProblems(
  input: OpenSurveyInput,
  { organisations, versions }: SurveyChoices,
): readonly FormProblem[] {
  const organisation = organisations.find(({ id }) => id === input.organisationId)
  const version = versions.find(({ id }) => id === input.questionnaireVersionId)
  try {
    openSurvey(input, {
      servedMunicipalityCodes: organisation?.municipalities.map(({ code }) => code) ?? [],
      version: version ? { ...version, isPublished: true } : null,
    })
    return []
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return error.problems.map(({ path, message }) => ({ name: path, message }))
  }
}
