import { type FieldProblem, InvalidInputError } from '../errors.ts'
import { isRecord, type RawAnswers } from '../questionnaire/index.ts'
import { isStorableText } from '../text.ts'
import { isSubmissionId } from './content.ts'
import { ANSWERED_BY, COLLECTION_MODES, type AnsweredBy, type CollectionMode } from './model.ts'
import type { FillingHints } from './signals.ts'

const LONGEST_SHEET_NUMBER = 40
const LONGEST_TICKET = 1_000
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const RELOAD = 'Prosimy odświeżyć stronę i wysłać ankietę jeszcze raz.'

/** A submission whose envelope is in order; its answers are not checked yet. */
export interface RawSubmission {
  readonly id: string
  readonly questionnaireVersionId: string
  readonly mode: CollectionMode
  readonly answers: RawAnswers
  readonly sheetNumber?: string
  readonly answeredBy?: AnsweredBy
  /** Beside the content: it changes neither its hash nor whether it is accepted. */
  readonly hints?: FillingHints
  /** Where the survey takes codes; beside the content as well. */
  readonly ticket?: string
  /** Of a shared tablet, where the survey takes codes. */
  readonly kioskPass?: string
}

const isMode = (mode: unknown): mode is CollectionMode => COLLECTION_MODES.some((known) => known === mode)

function isSheetNumber(value: unknown): value is string | undefined {
  return (
    value === undefined ||
    (typeof value === 'string' && value.length <= LONGEST_SHEET_NUMBER && isStorableText(value))
  )
}

function isAnsweredBy(value: unknown): value is AnsweredBy | undefined {
  return value === undefined || ANSWERED_BY.some((known) => known === value)
}

/** What cannot be read here tells nothing, and refuses nobody. */
function hintsOf({ secondsSpent, trap }: Readonly<Record<string, unknown>>): FillingHints | undefined {
  const isTime = typeof secondsSpent === 'number' && secondsSpent >= 0
  const isTrapped = typeof trap === 'string' && trap !== ''
  return isTime || isTrapped ? { ...(isTime && { secondsSpent }), ...(isTrapped && { trap }) } : undefined
}

/**
 * Reads what a device sent. Unknown members are left out, and ids are lower-cased so that one id has one form.
 *
 * @throws InvalidInputError naming the members that cannot be read
 */
export function parseSubmission(sent: unknown): RawSubmission {
  if (!isRecord(sent)) {
    throw new InvalidInputError([{ path: '', message: `Nie rozumiemy przesłanej ankiety. ${RELOAD}` }])
  }
  const { id, questionnaireVersionId, mode, answers, sheetNumber, answeredBy, ticket, kioskPass } = sent
  const hints = hintsOf(sent)
  const problems: FieldProblem[] = []
  const refuse = (path: string, message: string) =>
    void problems.push({ path, message: `${message} ${RELOAD}` })
  if (!isSubmissionId(id)) refuse('id', 'Przesłana ankieta nie ma poprawnego identyfikatora.')
  if (typeof questionnaireVersionId !== 'string' || !UUID.test(questionnaireVersionId)) {
    refuse('questionnaireVersionId', 'Przesłana ankieta nie mówi, do którego kwestionariusza należy.')
  }
  if (!isMode(mode)) refuse('mode', 'Przesłana ankieta nie mówi, jak zebrano odpowiedzi.')
  if (!isRecord(answers)) refuse('answers', 'Nie rozumiemy przesłanych odpowiedzi.')
  if (!isSheetNumber(sheetNumber))
    refuse('sheetNumber', 'Numer arkusza może mieć najwyżej 40 zwykłych znaków.')
  if (!isAnsweredBy(answeredBy)) refuse('answeredBy', 'Nie rozumiemy, kto odpowiadał na pytania.')
  if (
    problems.length > 0 ||
    !isSubmissionId(id) ||
    typeof questionnaireVersionId !== 'string' ||
    !isMode(mode) ||
    !isRecord(answers) ||
    !isSheetNumber(sheetNumber) ||
    !isAnsweredBy(answeredBy)
  ) {
    throw new InvalidInputError(problems)
  }
  return {
    id: id.toLowerCase(),
    questionnaireVersionId: questionnaireVersionId.toLowerCase(),
    mode,
    answers,
    ...(sheetNumber !== undefined && { sheetNumber }),
    ...(answeredBy !== undefined && { answeredBy }),
    ...(hints && { hints }),
    ...(typeof ticket === 'string' && ticket.length <= LONGEST_TICKET && { ticket }),
    ...(typeof kioskPass === 'string' && kioskPass.length <= LONGEST_TICKET && { kioskPass }),
  }
}
