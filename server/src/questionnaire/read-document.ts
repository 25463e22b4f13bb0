import { InvalidInputError } from '@rozeznanie/core/errors'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'

const LARGEST_DOCUMENT = 2 * 1024 * 1024

/**
 * A document that came from outside, of the right shape and of a bearable size; it may be unfinished.
 *
 * @throws InvalidInputError
 */
export function readDocument(json: unknown): Questionnaire {
  if (Buffer.byteLength(JSON.stringify(json) ?? '') > LARGEST_DOCUMENT) {
    const message =
      'Kwestionariusz jest zbyt duży: może mieć najwyżej 2 MB. Prosimy podzielić go na dwa albo skrócić listy odpowiedzi.'
    throw new InvalidInputError([{ path: 'document', message }])
  }
  return parseQuestionnaire(json)
}
