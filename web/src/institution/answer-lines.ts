import { answerInWords, fieldName, fieldsOf, placeInWords, type Field } from '@rozeznanie/core/cleaning'
import {
  compile,
  openForm,
  withGeneralTexts,
  type Answers,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'

/** What of a form is read. */
export interface FormToRead {
  readonly answers: Answers
  readonly questionnaire: Questionnaire
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  /** Local day, for rules that speak of it. */
  readonly today: string
}

/** One answer as the organiser reads it. */
export interface AnswerLine {
  readonly name: string
  readonly questionKey: string
  /** Number of the item from 1, where the question is asked of several. */
  readonly item: number | null
  readonly place: string
  readonly answer: string
  readonly isAnswered: boolean
}

/** Everything that is asked in a form, with its answer in words. */
export function answerLines({
  answers,
  questionnaire,
  localities,
  today,
}: FormToRead): readonly AnswerLine[] {
  const wording = { questionnaire, localityNames: new Map(localities.map(({ id, name }) => [id, name])) }
  const opened = openForm(compile(withGeneralTexts(questionnaire)), answers, { today })
  const isWhole = (field: Field) => field.node.items === undefined
  return fieldsOf(opened)
    .filter(isWhole)
    .map(({ path, node, answer }) => ({
      name: fieldName(path),
      questionKey: node.question.key,
      item: path.length > 2 ? Number(path[1]) + 1 : null,
      place: placeInWords(wording, path),
      answer: answerInWords(wording, path, answer),
      isAnswered: answer !== undefined,
    }))
}

/** Remarks by the name of their line; the empty name is the whole form. */
export type Remarks = Readonly<Record<string, string>>

/** Remarks as they are sent: one to an item of a group says which. */
export function remarksToSend(lines: readonly AnswerLine[], remarks: Remarks) {
  const written = Object.entries(remarks).filter(([, text]) => text.trim() !== '')
  return written.map(([name, text]) => {
    const line = lines.find((one) => one.name === name)
    const about = line?.item == null ? '' : `Pozycja ${line.item}: `
    return { questionKey: line?.questionKey ?? null, text: `${about}${text.trim()}` }
  })
}
