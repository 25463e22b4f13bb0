import { InvalidInputError, type FieldProblem } from '../errors.ts'
import { isStorableText } from '../text.ts'
import { graceProblem, USUAL_GRACE_DAYS } from './grace.ts'
import { inclusiveDayCount, isLocalDay } from './local-day.ts'
import type { SampleType } from './model.ts'

export const LONGEST_SURVEY_DAYS = 400
const LONGEST_TITLE = 200
const LONGEST_CLAUSE = 10_000

/** What an organiser asks for. Dates are local days, both inclusive. */
export interface SurveyProposal {
  readonly organisationId: string
  readonly municipalityCode: string
  readonly questionnaireVersionId: string
  readonly title: string
  readonly opensOn: string
  readonly closesOn: string
  readonly sampleType: SampleType
  readonly informationClause: string
  readonly contactPhone: string
  /** Days after the end in which what was begun before is accepted; `USUAL_GRACE_DAYS` when not said. */
  readonly graceDays?: number | null | undefined
  /** The day that invited institutions answer about; only for questionnaires that institutions fill in. */
  readonly referenceOn?: string | null | undefined
}

/** As it is stored: nothing is left open. */
export type DecidedSurvey = SurveyProposal & {
  readonly graceDays: number
  readonly referenceOn: string | null
}

/** What the database knows of it. */
export interface SurveyProposalFacts {
  readonly servedMunicipalityCodes: readonly string[]
  /** `null` where there is no such version, or it is another organisation's. */
  readonly version: {
    readonly isPublished: boolean
    readonly hasPublicLink: boolean
    /** Institutions fill it in, in their own name. */
    readonly isForInstitutions: boolean
  } | null
}

/** True for a number one can dial in Poland: 9 to 13 digits with usual separators, perhaps an extension („wew. 12”). */
export function isPlausiblePhone(phone: string): boolean {
  const match = /^(\+?[\d\s()\-/.]+?)(?:\s*wew\.?\s*\d{1,5})?$/.exec(phone.trim())
  const digitCount = match?.[1]?.replace(/\D/g, '').length ?? 0
  return digitCount >= 9 && digitCount <= 13 && phone.trim().length <= 40
}

function textProblem(text: string, longest: number, name: string): string | null {
  if (text.trim() === '') return `Proszę wpisać ${name}.`
  if (!isStorableText(text))
    return 'Tekst zawiera znaki, których nie da się zapisać. Proszę wpisać go ponownie.'
  return text.trim().length > longest ? `Tekst może mieć najwyżej ${longest} znaków.` : null
}

function titleProblem(title: string): string | null {
  const problem = textProblem(title, LONGEST_TITLE, 'tytuł ankiety')
  return problem ?? (/[\r\n]/.test(title.trim()) ? 'Tytuł musi zmieścić się w jednym wierszu.' : null)
}

function* dateProblems({ opensOn, closesOn }: SurveyProposal): Iterable<FieldProblem> {
  const wrong = 'Proszę podać datę, która istnieje w kalendarzu.'
  if (!isLocalDay(opensOn)) yield { path: 'opensOn', message: wrong }
  if (!isLocalDay(closesOn)) yield { path: 'closesOn', message: wrong }
  if (!isLocalDay(opensOn) || !isLocalDay(closesOn)) return
  const days = inclusiveDayCount(opensOn, closesOn)
  if (days < 1) yield { path: 'closesOn', message: 'Ankieta nie może skończyć się przed dniem rozpoczęcia.' }
  if (days > LONGEST_SURVEY_DAYS) {
    yield { path: 'closesOn', message: `Ankieta może trwać najwyżej ${LONGEST_SURVEY_DAYS} dni.` }
  }
}

function versionProblem(version: SurveyProposalFacts['version']): string | null {
  if (version === null) return 'Proszę wybrać kwestionariusz z listy.'
  if (!version.isPublished) return 'Ten kwestionariusz nie jest jeszcze opublikowany. Proszę wybrać inny.'
  return version.hasPublicLink || version.isForInstitutions
    ? null
    : 'Tego kwestionariusza nie można otworzyć pod publicznym adresem: wypełniają go osoby, które trzeba zaprosić inaczej.'
}

function referenceProblem(
  { referenceOn = null, closesOn }: SurveyProposal,
  version: SurveyProposalFacts['version'],
): string | null {
  const isAsked = version?.isForInstitutions === true
  if (!isAsked) {
    return referenceOn === null
      ? null
      : 'Dzień, na który podaje się stan, dotyczy tylko formularzy instytucji.'
  }
  if (referenceOn === null) {
    return 'Proszę podać dzień, na który instytucje opiszą stan, na przykład 31 grudnia zeszłego roku.'
  }
  if (!isLocalDay(referenceOn)) return 'Proszę podać datę, która istnieje w kalendarzu.'
  return isLocalDay(closesOn) && referenceOn > closesOn
    ? 'Instytucje nie opiszą stanu na dzień, który przypada po zakończeniu zbierania.'
    : null
}

/**
 * Decides whether a survey may be opened, and how its texts are stored (trimmed).
 * Dates in the past are allowed: answers collected earlier are imported into such a survey.
 *
 * @throws InvalidInputError with one Polish sentence for each wrong field
 */
export function openSurvey(proposal: SurveyProposal, facts: SurveyProposalFacts): DecidedSurvey {
  const problems: FieldProblem[] = []
  const check = (path: string, message: string | null) => void (message && problems.push({ path, message }))
  check('title', titleProblem(proposal.title))
  problems.push(...dateProblems(proposal))
  check('informationClause', textProblem(proposal.informationClause, LONGEST_CLAUSE, 'klauzulę informacyjną'))
  if (!isPlausiblePhone(proposal.contactPhone)) {
    check('contactPhone', 'Proszę podać numer telefonu z numerem kierunkowym, na przykład 41 123 45 67.')
  }
  if (!facts.servedMunicipalityCodes.includes(proposal.municipalityCode)) {
    check('municipalityCode', 'Proszę wybrać gminę, którą obsługuje Państwa organizacja.')
  }
  const graceDays = proposal.graceDays ?? USUAL_GRACE_DAYS
  check('graceDays', graceProblem(graceDays))
  check('questionnaireVersionId', versionProblem(facts.version))
  check('referenceOn', referenceProblem(proposal, facts.version))
  if (problems.length > 0) throw new InvalidInputError(problems)
  return {
    ...proposal,
    title: proposal.title.trim(),
    informationClause: proposal.informationClause.trim(),
    contactPhone: proposal.contactPhone.trim(),
    graceDays,
    referenceOn: proposal.referenceOn ?? null,
  }
}
