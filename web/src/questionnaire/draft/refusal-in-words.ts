import { everyQuestion, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { shortText } from './changed-places.ts'
import type { FieldRefusal } from './draft-gateway.ts'
import { placeOfPath } from './place-of-path.ts'

const FIELD = /^Pole „[^”]*”: /

function placeInWords(questionnaire: Questionnaire, path: string): string {
  const { questionKey, sectionKey } = placeOfPath(questionnaire, path)
  const question = everyQuestion(questionnaire).find(({ key }) => key === questionKey)
  if (question) return `pytanie „${shortText(question.text) || 'bez treści'}”`
  const section = questionnaire.sections.find(({ key }) => key === sectionKey)
  return section ? `część „${shortText(section.title) || 'bez tytułu'}”` : 'tytuł, wstęp i podziękowanie'
}

/** Why the server does not take a draft, with the question instead of the path within the document. */
export function refusalInWords(
  questionnaire: Questionnaire,
  refusals: readonly FieldRefusal[],
): string | null {
  const [first] = refusals
  if (!first || !FIELD.test(first.message)) return null
  return `${placeInWords(questionnaire, first.path)} – ${first.message.replace(FIELD, '')}`
}
