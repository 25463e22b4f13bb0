import { answerAt, optionNumber, type Entry, type Place } from '@rozeznanie/core/entry'
import {
  DONT_KNOW,
  isMatrix,
  NOT_APPLICABLE,
  pipeText,
  REFUSED,
  type Question,
} from '@rozeznanie/core/questionnaire'
import type { TFunction } from 'i18next'

/** Words of the special codes, where the question has none of its own. */
export function specialWord(t: TFunction<'entry'>, code: string): string {
  const words = {
    [NOT_APPLICABLE]: t('special.notApplicable'),
    [DONT_KNOW]: t('special.dontKnow'),
    [REFUSED]: t('special.refused'),
  }
  return words[code as keyof typeof words] ?? code
}

function codesOf(answer: unknown): readonly string[] {
  if (typeof answer === 'string') return [answer]
  return Array.isArray(answer) ? answer.map(String) : []
}

/** What stands at a place, in words; empty when nothing does. */
export function answerWords(t: TFunction<'entry'>, entry: Entry, place: Place): string {
  const answer = answerAt(entry, place)
  switch (place.kind) {
    case 'choice':
    case 'choices':
    case 'rank': {
      const labels = codesOf(answer).map((code) => {
        const label = place.options.find((option) => option.code === code)?.label ?? code
        return pipeText(entry.form, label, place.path)
      })
      return labels.join(place.kind === 'rank' ? ' → ' : ', ')
    }
    case 'consent':
      return answer === true ? t('yes') : ''
    case 'number':
      return typeof answer === 'number'
        ? String(answer).replace('.', ',')
        : answer === undefined
          ? ''
          : specialWord(t, String(answer))
    case 'locality':
      return answer === undefined
        ? ''
        : (entry.setting.localities.find(({ id }) => id === answer)?.name ?? specialWord(t, String(answer)))
    case 'text':
      return typeof answer === 'string' ? answer : ''
    case 'more':
      return Array.isArray(answer) ? t('items', { count: answer.length }) : ''
    case 'end':
      return ''
  }
}

/** What stands at a row of a matrix, as it was typed: the numbers of the options. */
function numbersAt(t: TFunction<'entry'>, entry: Entry, place: Place): string {
  const numbers = codesOf(answerAt(entry, place)).map((code) => {
    const option = place.options.find((one) => one.code === code)
    return (option && optionNumber(place, option)) ?? specialWord(t, code)
  })
  return numbers.length === 0 ? '–' : numbers.join('+')
}

/** One question of the sheet as the list shows it. */
export interface SheetLine {
  readonly question: Question
  readonly number: string
  readonly isAsked: boolean
  readonly isCurrent: boolean
  /** Nobody has dealt with it yet. */
  readonly isOpen: boolean
  readonly answer: string
  /** Where a click leads. */
  readonly placeId: string | undefined
}

/** A question of the sheet, as it stands: what was entered, or that it is not asked. */
export function sheetLine(
  t: TFunction<'entry'>,
  entry: Entry,
  question: Question,
  number: string,
): SheetLine {
  const places = entry.places.filter(({ path }) => path[0] === question.key)
  const words = isMatrix(question)
    ? places.map((place) => numbersAt(t, entry, place))
    : places
        .filter(({ kind, path }) => kind === 'more' || path.length === 1)
        .map((place) => answerWords(t, entry, place))
  const answer = words.filter((word) => word !== '').join(isMatrix(question) ? ' · ' : ': ')
  const isEmpty = words.every((word) => word === '' || word === '–')
  return {
    question,
    number,
    isAsked: places.length > 0,
    isCurrent: places.some(({ id }) => id === entry.at),
    isOpen: isEmpty && !places.some(({ id }) => entry.blanks.has(id)),
    answer: isEmpty ? '' : answer,
    placeId: places[0]?.id,
  }
}
