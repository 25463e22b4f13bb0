import { InvalidInputError } from '../errors.ts'
import type { SurveyStatus } from './model.ts'

/** A version of a questionnaire, as far as moving a survey to it goes. */
export interface VersionToMoveTo {
  readonly questionnaireId: string
  readonly number: number
  readonly isPublished: boolean
  readonly hasPublicLink: boolean
  readonly isForInstitutions: boolean
}

/** What the database knows of a survey that is to be moved. */
export interface SurveyMoveFacts {
  readonly status: SurveyStatus
  /** The version that it has now. */
  readonly present: Pick<VersionToMoveTo, 'questionnaireId' | 'number'>
  /** `null` where there is no such version, or it is not the organisation's to use. */
  readonly wanted: VersionToMoveTo | null
}

function problemOf({ status, present, wanted }: SurveyMoveFacts): string | null {
  if (status === 'CLOSED' || status === 'ENDED')
    return 'Ta ankieta jest już zakończona, więc zostaje przy swojej wersji kwestionariusza.'
  if (wanted === null || wanted.questionnaireId !== present.questionnaireId)
    return 'Proszę wybrać nowszą wersję kwestionariusza, na którym opiera się ta ankieta.'
  if (wanted.number === present.number)
    return `Ta ankieta korzysta już z wersji ${wanted.number}. Proszę odświeżyć stronę.`
  if (wanted.number < present.number)
    return `Ta ankieta korzysta z wersji ${present.number}. Nie można wrócić do starszej wersji ${wanted.number}.`
  if (!wanted.isPublished)
    return `Wersja ${wanted.number} nie jest jeszcze opublikowana. Proszę ją najpierw opublikować.`
  return wanted.hasPublicLink || wanted.isForInstitutions
    ? null
    : 'Tej wersji nie można wypełniać pod publicznym adresem, więc ankieta nie może na nią przejść.'
}

/**
 * Decides whether a survey may go on with another version of its questionnaire: forward only, and only while people
 * may still answer.
 *
 * @throws InvalidInputError with one Polish sentence
 */
export function assertMayMove(facts: SurveyMoveFacts): void {
  const message = problemOf(facts)
  if (message !== null) throw new InvalidInputError([{ path: 'questionnaireVersionId', message }])
}
