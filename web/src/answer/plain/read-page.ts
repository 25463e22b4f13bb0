import {
  otherTextKey,
  setAnswer,
  type Answers,
  type Form,
  type Option,
  type RosterQuestion,
} from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { itemsIn, itemsShown, withAnswer, withItem, withRow } from '../answer-changes.ts'
import { fieldId, optionId, rowId } from '../field-ids.ts'
import { itemsAskedIn, type PageItem } from '../page-item.ts'
import type { Page } from '../pages.ts'
import { parseNumber } from '../polish.ts'

/** What was posted, and what besides going on was wished. */
export interface Posted {
  readonly survey: PublicSurvey
  /** The page as it was shown. */
  readonly form: Form
  /** The values of a field, in the order of the page. */
  readonly values: (name: string) => readonly string[]
  /** `czysc`, `dodaj`, `usun` and the id of the field it is about. */
  readonly change: { readonly kind: string; readonly field: string } | null
}

/** Browsers send line ends in the way of the post. */
const first = ({ values }: Posted, name: string): string => (values(name)[0] ?? '').replace(/\r\n?/g, '\n')

const isCleared = ({ change }: Posted, field: string): boolean =>
  change?.kind === 'czysc' && change.field === field

/** The codes and the text of „inne”, which counts only beside its option. */
function withChoice(
  posted: Posted,
  { question, field, options }: PageItem,
  answers: Answers,
  chosen: readonly string[],
): Answers {
  const answer = question.type === 'MULTI' ? chosen : chosen[0]
  const isOther = ({ code, allowsText }: Option) => allowsText === true && chosen.includes(code)
  const other = options.findIndex(isOther)
  const text = other === -1 ? '' : first(posted, `${optionId(field, other)}-tekst`)
  return withAnswer(withAnswer(answers, question.key, answer), otherTextKey(question.key), text)
}

function withRows(posted: Posted, { question, rows, field }: PageItem, answers: Answers): Answers {
  return rows.reduce((read, row) => {
    const name = rowId(field, row.key)
    if (isCleared(posted, name)) return withRow(read, question, row.key, undefined)
    const codes = posted.values(name)
    return withRow(read, question, row.key, question.type === 'MATRIX_SINGLE' ? codes[0] : codes)
  }, answers)
}

/** A roster as it was shown, with every item read, and then one added or taken away. */
function withItems(posted: Posted, item: PageItem, question: RosterQuestion, answers: Answers): Answers {
  const { survey, change } = posted
  const given = itemsIn(answers[question.key])
  const shown = itemsShown(question, given)
  const form = shown.length > given.length ? setAnswer(posted.form, item.path, shown) : posted.form
  const read = shown.map((before, index) => {
    const asked = itemsAskedIn(survey, form, question, [...item.path, index])
    return asked.reduce((inner, each) => withItemRead({ ...posted, form }, each, inner), before)
  })
  const isAdding = change?.kind === 'dodaj' && change.field === item.field
  const removed = shown.findIndex(
    (_, index) => change?.kind === 'usun' && change.field === fieldId([...item.path, index]),
  )
  // Empty items that only had to be shown are no answers yet.
  const isUntouched = given.length === 0 && read.every((each) => Object.keys(each).length === 0)
  if (isUntouched && !isAdding && removed === -1) return answers
  const kept = removed === -1 ? read : withItem(read, removed, undefined)
  return withAnswer(answers, question.key, isAdding ? withItem(kept, kept.length, {}) : kept)
}

/** The answers around a question with the one that was posted to it. */
function withItemRead(posted: Posted, item: PageItem, answers: Answers): Answers {
  const { question, field } = item
  const put = (answer: Parameters<typeof withAnswer>[2]) => withAnswer(answers, question.key, answer)
  switch (question.type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return withChoice(posted, item, answers, isCleared(posted, field) ? [] : posted.values(field))
    case 'MULTI':
      return withChoice(posted, item, answers, posted.values(field))
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return withRows(posted, item, answers)
    case 'RANK': {
      const places = Array.from({ length: question.top }, (_, index) => first(posted, optionId(field, index)))
      return put(places.filter((code) => code !== ''))
    }
    case 'NUMBER':
    case 'DATE_YEAR': {
      const text = first(posted, field)
      return put(parseNumber(text) ?? text.trim())
    }
    case 'CONSENT':
      return put(first(posted, field) === 'true' ? true : undefined)
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
    case 'LOCALITY':
      return put(first(posted, field))
    case 'ROSTER':
      return withItems(posted, item, question, answers)
    case 'INFO':
    case 'CALCULATED':
      return answers
  }
}

/** The answers with what was posted from a page. */
export function readPage(posted: Posted, page: Page, answers: Answers): Answers {
  return page.items.reduce((read, item) => withItemRead(posted, item, read), answers)
}

/** Ids of everything that a page asks, the questions of its rosters' items included. */
export function fieldsAsked(
  survey: PublicSurvey,
  form: Form,
  items: readonly PageItem[],
  answers: Answers,
): readonly string[] {
  return items.flatMap(({ question, field, path, rows }) => {
    if (rows.length > 0) return rows.map((row) => rowId(field, row.key))
    if (question.type !== 'ROSTER') return [field]
    const given = itemsIn(answers[question.key])
    const shown = itemsShown(question, given)
    const padded = shown.length > given.length ? setAnswer(form, path, shown) : form
    const inner = shown.flatMap((item, index) =>
      fieldsAsked(survey, padded, itemsAskedIn(survey, padded, question, [...path, index]), item),
    )
    return [field, ...inner]
  })
}
