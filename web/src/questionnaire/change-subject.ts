import { everyQuestion, type Questionnaire } from '@rozeznanie/core/questionnaire'

interface ToldChange {
  readonly questionKey?: string | null | undefined
  readonly message: string
}

/**
 * The text of the question that a change is about, as it reads now or as it read before; nothing where the sentence of
 * the change says it itself.
 */
export function subjectOfChange(
  { questionKey, message }: ToldChange,
  ...documents: readonly Questionnaire[]
): string | undefined {
  if (!questionKey) return undefined
  const texts = documents.map(
    (document) =>
      everyQuestion(document)
        .find(({ key }) => key === questionKey)
        ?.text.trim() ?? '',
  )
  const text = texts.find((one) => one !== '')
  return text === undefined || message.includes(`„${text}”`) ? undefined : text
}
