import { InvalidInputError, type FieldProblem } from '../errors.ts'
import { everyQuestion, findDefects, parseQuestionnaire, type Questionnaire } from '../questionnaire/index.ts'
import { FormBrokenError } from './errors.ts'
import { isJson, own } from './json.ts'
import { Ledger } from './ledger.ts'
import type { FormPlace, FormProblem, ImportedForm } from './model.ts'

const FORMAT = 'rozeznanie-questionnaire/'
const WHOLE = 'kwestionariusz'

/** Is this JSON of our own? */
export const isOwnJson = (json: unknown): boolean => {
  const format = isJson(json) ? own(json, 'format') : undefined
  return typeof format === 'string' && format.startsWith(FORMAT)
}

const partName = (index: number): string => `część ${index + 1}`

/** Where a path of the document (`sections.0.questions.3.text`) points, as a person counts. */
function placeOf(path: string): FormPlace {
  const [, section, question, column] = /^sections\.(\d+)(?:\.questions\.(\d+))?(?:\.(.+))?$/.exec(path) ?? []
  if (section === undefined) return { sheet: WHOLE, row: 1, ...(path !== '' && { column: path }) }
  return {
    sheet: partName(Number(section)),
    row: question === undefined ? 1 : Number(question) + 1,
    ...(column !== undefined && { column }),
  }
}

const sentence = (message: string): string => message.replace(/^(?:Pole „[^”]*”|Kwestionariusz): /, '')

const problemOf = ({ path, message }: FieldProblem): FormProblem => ({
  ...placeOf(path),
  message: sentence(message),
})

function parsed(json: unknown): Questionnaire {
  try {
    return parseQuestionnaire(json)
  } catch (error) {
    if (error instanceof InvalidInputError) throw new FormBrokenError(error.problems.map(problemOf))
    throw error
  }
}

/**
 * A questionnaire made of another system's form as it is stored.
 *
 * @throws FormBrokenError when it is larger than a questionnaire may be
 */
export const asStored = (questionnaire: Questionnaire): Questionnaire =>
  parsed(JSON.parse(JSON.stringify(questionnaire)) as unknown)

/**
 * Reads a questionnaire that Rozeznanie has written. What does not make sense in it as a whole is kept for the
 * editor, and told.
 *
 * @throws FormBrokenError when it is not of the right shape; the row is the number of the question in its part
 */
export function importOwnJson(json: unknown): ImportedForm {
  const questionnaire = parsed(json)
  const ledger = new Ledger()
  for (const { path, message } of findDefects(questionnaire))
    ledger.approximated(placeOf(path), `Do poprawienia w edytorze: ${sentence(message)}`)
  questionnaire.sections.forEach(({ questions }, index) =>
    questions.forEach((question, at) => {
      const place = { sheet: partName(index), row: at + 1 }
      if (!ledger.hasLoss(place)) ledger.kept(place, `„${question.key}” wczytano w całości.`)
    }),
  )
  if (everyQuestion(questionnaire).length === 0)
    throw new FormBrokenError([{ sheet: WHOLE, row: 1, message: 'kwestionariusz nie ma pytań.' }])
  return { questionnaire, report: ledger.report }
}
