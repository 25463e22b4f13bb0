import {
  compile,
  describeRule,
  everyQuestion,
  namingOf,
  optionsOf,
  parseExpression,
  type Question,
  type Questionnaire,
  rowsOf,
  type Section,
  valueInWords,
} from '@rozeznanie/core/questionnaire'
import type { TFunction } from 'i18next'
import { typeInWords } from '../type-in-words.ts'

/** What a change is about, as the server tells it. */
export interface ChangePlace {
  readonly kind: string
  readonly questionKey: string | null
  readonly sectionKey: string | null
  readonly part: string
  readonly optionCode: string | null
}

/** The same place before and after; null where there was nothing or there is nothing any more. */
export interface Sides {
  readonly before: string | null
  readonly after: string | null
}

interface Words {
  readonly t: TFunction<'revision'>
  readonly tq: TFunction<'questionnaire'>
}

interface Standing {
  readonly questionnaire: Questionnaire
  readonly question: Question
}

const find = (questionnaire: Questionnaire, key: string): Question | undefined =>
  everyQuestion(questionnaire).find((question) => question.key === key)

/** A field that not all types of questions have. */
const fieldOf = (question: object, name: string): unknown =>
  Object.hasOwn(question, name) ? (question as Readonly<Record<string, unknown>>)[name] : undefined

function plainField(question: Question, part: string): string | null {
  const value = fieldOf(question, part)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

const numbered = (lines: readonly string[]): string | null =>
  lines.length === 0 ? null : lines.map((line, index) => `${index + 1}. ${line}`).join('\n')

/** One option or row in words, or all of them in order. */
function choices({ questionnaire, question }: Standing, part: string, code: string | null, { t }: Words) {
  const options = optionsOf(questionnaire, question)
  const labels =
    part === 'options'
      ? options.map((option) => ({ code: option.code, label: option.label }))
      : rowsOf(questionnaire, question).map(({ key, label }) => ({ code: key, label }))
  if (code === null) return numbered(labels.map(({ label }) => label))
  const label = labels.find((item) => item.code === code)?.label
  if (label === undefined) return null
  const option = part === 'options' ? options.find((item) => item.code === code) : undefined
  const notes = [
    ...(option?.value === undefined ? [] : [t('side.value', { value: option.value })]),
    ...(option?.exclusive ? [t('side.exclusive')] : []),
    ...(option?.allowsText ? [t('side.allowsText')] : []),
  ]
  return notes.length === 0 ? label : `${label} (${notes.join(', ')})`
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function rule({ questionnaire, question }: Standing, part: string, { t }: Words): string {
  if (part === 'requiredIf' && question.required) return t('side.requiredAlways')
  if (part === 'constraint') {
    const rules = question.constraint ?? []
    const told = rules.map(({ expression }) => sentence(describeRule(questionnaire, expression, question)))
    return told.length === 0 ? t('side.anyAnswer') : told.join('\n')
  }
  const text = fieldOf(question, part)
  if (typeof text === 'string')
    return t('side.when', { condition: describeRule(questionnaire, text, question) })
  return t(part === 'requiredIf' ? 'side.requiredNever' : 'side.always')
}

function calculation({ questionnaire, question }: Standing): string | null {
  const text = fieldOf(question, 'expression')
  if (typeof text !== 'string') return null
  const { expression } = parseExpression(text)
  return expression ? valueInWords(expression, namingOf(compile(questionnaire))) : text
}

/** „Część „Opieka”, po pytaniu „Wiek”.” */
function placeInWords({ questionnaire, question }: Standing, { t }: Words): string | null {
  const visit = (questions: readonly Question[], around: string): string | null => {
    const at = questions.findIndex(({ key }) => key === question.key)
    const earlier = questions[at - 1]
    if (at === 0) return t('side.first', { around })
    if (at > 0) return t('side.after', { around, question: earlier?.text ?? '' })
    for (const one of questions) {
      const found = one.type === 'ROSTER' ? visit(one.questions, t('side.group', { text: one.text })) : null
      if (found) return found
    }
    return null
  }
  for (const section of questionnaire.sections) {
    const found = visit(section.questions, t('side.section', { title: section.title }))
    if (found) return found
  }
  return null
}

const RULES = ['visibleIf', 'requiredIf', 'rowVisibleIf', 'optionFilter', 'constraint']
/** Parts whose change is told by the sentence alone. */
const TOLD_ONLY = ['translations', 'sensitivity', 'core', 'lpdiSections', 'diAreas']

function questionSide(standing: Standing | null, place: ChangePlace, words: Words): string | null {
  if (standing === null) return null
  const { part, optionCode } = place
  if (part === 'type') return sentence(typeInWords(standing.question, words.tq))
  if (part === 'options' || part === 'rows') return choices(standing, part, optionCode, words)
  if (part === 'place') return placeInWords(standing, words)
  if (part === 'expression') return calculation(standing)
  return RULES.includes(part) ? rule(standing, part, words) : plainField(standing.question, part)
}

function sectionSide(
  questionnaire: Questionnaire,
  section: Section | undefined,
  part: string,
  { t }: Words,
): string | null {
  if (section === undefined) return null
  if (part !== 'visibleIf') return [section.title, section.description].filter(Boolean).join('\n')
  return section.visibleIf === undefined
    ? t('side.always')
    : t('side.when', { condition: describeRule(questionnaire, section.visibleIf) })
}

const frameTexts = ({ title, description, intro, thanks }: Questionnaire): readonly string[] => [
  title,
  description,
  intro.join('\n'),
  thanks.join('\n'),
]

/** The texts around the questions; those that are the same are left out. */
function frameSides(before: Questionnaire, after: Questionnaire): Sides {
  const [old, now] = [frameTexts(before), frameTexts(after)]
  const differing = old.flatMap((text, index) => (text === now[index] ? [] : [index]))
  const told = (texts: readonly string[]) => differing.map((index) => texts[index]).join('\n\n')
  return { before: told(old), after: told(now) }
}

/** What a change was and is, in words that a person reads; null where the sentence of the change says it all. */
export function sidesOf(
  before: Questionnaire,
  after: Questionnaire,
  place: ChangePlace,
  words: Words,
): Sides | null {
  const { questionKey, sectionKey, part, kind } = place
  if (TOLD_ONLY.includes(part)) return null
  if (questionKey === null) {
    if (sectionKey === null) return frameSides(before, after)
    const sideOf = (one: Questionnaire) =>
      sectionSide(
        one,
        one.sections.find(({ key }) => key === sectionKey),
        part,
        words,
      )
    return { before: sideOf(before), after: sideOf(after) }
  }
  const standingIn = (questionnaire: Questionnaire): Standing | null => {
    const question = find(questionnaire, questionKey)
    return question ? { questionnaire, question } : null
  }
  const sides = {
    before: kind === 'QUESTION_ADDED' ? null : questionSide(standingIn(before), place, words),
    after: kind === 'QUESTION_REMOVED' ? null : questionSide(standingIn(after), place, words),
  }
  return sides.before === null && sides.after === null ? null : sides
}

/** The sentence of a change without the two wordings, where they stand beside each other below it. */
export function withoutTexts(message: string, sides: Sides | null): string {
  if (sides === null || sides.before === null || sides.after === null) return message
  return message.replace(`, „${sides.before}” → „${sides.after}”`, () => '')
}
