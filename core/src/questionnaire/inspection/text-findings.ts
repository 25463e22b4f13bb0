import {
  DONT_KNOW,
  NOT_APPLICABLE,
  REFUSED,
  type Option,
  type Question,
  type Questionnaire,
} from '../model.ts'
import { hasOptions, isMatrix, isSpecialCode, optionsOf } from '../options.ts'
import { isAnswerable } from '../walk.ts'
import type { Finding, FindingCode, FindingPart, Severity } from './finding.ts'
import { LONGEST_SENTENCE, READING_MARK, readingLevel, runningText, sentencesOf } from './reading-level.ts'
import { doubleBarrelled, leading, saysUnsure, seemsSensitive, warnsOfNames } from './wording.ts'
import type { Place, World } from './world.ts'

interface Said {
  readonly code: FindingCode
  readonly severity: Severity
  readonly part: FindingPart
  readonly message: string
}

function wording({ text, type }: Question): readonly Said[] {
  if (type === 'INFO' || type === 'CALCULATED') return []
  const [two, suggested] = [doubleBarrelled(text), leading(text)]
  const said: Said[] = []
  if (two !== undefined) {
    const message = `Pytanie ${two}. Prosimy rozważyć dwa osobne pytania.`
    said.push({ code: 'DOUBLE_BARRELLED', severity: 'hint', part: 'text', message })
  }
  if (suggested !== undefined) {
    const message = `Pytanie może podpowiadać odpowiedź: ${suggested}. Prosimy zapytać neutralnie.`
    said.push({ code: 'LEADING', severity: 'hint', part: 'text', message })
  }
  return said
}

/** Options of a rating: at least three with a numeric meaning. */
const isRating = (options: readonly Option[]): boolean =>
  options.filter(({ value }) => value !== undefined).length >= 3

function unsure(question: Question, options: readonly Option[]): readonly Said[] {
  if (!hasOptions(question) || question.type === 'MULTI' || question.type === 'RANK' || !isRating(options))
    return []
  const offers = options.some(
    ({ code, label }) =>
      code === DONT_KNOW || code === NOT_APPLICABLE || code === REFUSED || saysUnsure(label),
  )
  if (offers) return []
  const message =
    'Nie ma odpowiedzi „nie wiem” ani „trudno powiedzieć” (kod -98). Prosimy rozważyć jej dodanie.'
  return [{ code: 'NO_DONT_KNOW', severity: 'hint', part: 'options', message }]
}

function refusal(question: Question, options: readonly Option[]): readonly Said[] {
  const { sensitivity = 'NONE', required, text } = question
  const canRefuse = !hasOptions(question) || options.some(({ code }) => code === REFUSED)
  const part = 'options'
  if (sensitivity === 'SPECIAL_CATEGORY' && !canRefuse) {
    const message =
      'Pytanie o zdrowie, niepełnosprawność lub inną chronioną sprawę musi mieć odpowiedź „wolę nie odpowiadać” (kod -99). Prosimy ją dodać.'
    return [{ code: 'NO_REFUSAL', severity: 'error', part, message }]
  }
  if (sensitivity === 'CHILD' && required === true && !canRefuse) {
    const message =
      'Obowiązkowe pytanie do dziecka nie ma odpowiedzi „wolę nie odpowiadać” (kod -99). Prosimy ją dodać albo znieść obowiązek.'
    return [{ code: 'NO_REFUSAL', severity: 'warning', part, message }]
  }
  if (question.sensitivity !== undefined || !isAnswerable(question) || !seemsSensitive(text)) return []
  const message =
    'Pytanie wygląda na pytanie o zdrowie lub inną chronioną sprawę. Jeśli tak jest, prosimy je tak oznaczyć i dodać odpowiedź „wolę nie odpowiadać”.'
  return [{ code: 'MAYBE_SENSITIVE', severity: 'hint', part: 'sensitivity', message }]
}

function names(question: Question, options: readonly Option[]): readonly Said[] {
  const isText = question.type === 'TEXT_SHORT' || question.type === 'TEXT_LONG'
  const asksOther = !isMatrix(question) && options.some(({ allowsText }) => allowsText === true)
  if (!isText && !asksOther) return []
  if (warnsOfNames(`${question.text} ${question.help ?? ''}`)) return []
  const message =
    'Tu można wpisać tekst, a nie ma prośby o niepodawanie danych osób. Prosimy dopisać w pomocy: „Prosimy nie wpisywać imion, nazwisk ani adresów.”.'
  return [{ code: 'NO_NAMES_HINT', severity: 'warning', part: 'text', message }]
}

function length(question: Question): readonly Said[] {
  const own = question.type === 'ROSTER' ? [question.text, question.help ?? ''] : sentencesOf(question)
  const { longestSentence } = readingLevel(own)
  if (longestSentence <= LONGEST_SENTENCE) return []
  const message = `Najdłuższe zdanie ma słów: ${longestSentence}. Prosimy skrócić je do ${LONGEST_SENTENCE} albo podzielić na dwa.`
  return [{ code: 'LONG_SENTENCE', severity: 'warning', part: 'text', message }]
}

function ofQuestion(questionnaire: Questionnaire, { node, section }: Place): readonly Finding[] {
  const { question } = node
  const options = optionsOf(questionnaire, question).filter(
    ({ code, value }) => !isSpecialCode(code) || value === undefined,
  )
  const said = [
    ...wording(question),
    ...unsure(question, options),
    ...refusal(question, options),
    ...names(question, options),
    ...length(question),
  ]
  return said.map(({ part, ...rest }) => ({
    ...rest,
    place: { questionKey: question.key, sectionKey: section.section.key, part },
  }))
}

function ofWhole(questionnaire: Questionnaire): readonly Finding[] {
  const { fog } = readingLevel(runningText(questionnaire))
  if (fog <= READING_MARK) return []
  const level = fog.toFixed(1).replace('.', ',')
  const message = `Teksty są trudne: poziom ${level} wobec najwyżej ${READING_MARK} (lata nauki potrzebne do zrozumienia). Prosimy skrócić zdania i zastąpić długie słowa prostszymi.`
  return [{ code: 'HARD_TEXT', severity: 'warning', place: { part: 'text' }, message }]
}

/** Hints on wording, missing answers, protected matters and how hard the text is to read. */
export function textFindings({ compiled, places }: World): readonly Finding[] {
  const { questionnaire } = compiled
  return [
    ...[...places.values()].flatMap((place) => ofQuestion(questionnaire, place)),
    ...ofWhole(questionnaire),
  ]
}
