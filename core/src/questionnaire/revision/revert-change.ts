import type { OptionList, Question, Questionnaire, Section } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import type { Change, ChangeKind } from './change.ts'
import { keptInOrder } from './kept-in-order.ts'
import { inOldOrder, revertChoices, withFieldsOf } from './revert-choices.ts'

/** Fields that one change is about, where it is not the field of its own name. */
const FIELDS_OF_PART: Readonly<Record<string, readonly string[]>> = {
  requiredIf: ['required', 'requiredIf'],
  title: ['title', 'description'],
  intro: ['title', 'description', 'intro', 'thanks'],
}
const fieldsOf = (part: string): readonly string[] => FIELDS_OF_PART[part] ?? [part]

const find = (questionnaire: Questionnaire, key: string): Question | undefined =>
  everyQuestion(questionnaire).find((question) => question.key === key)

type Siblings = (questions: readonly Question[]) => readonly Question[]

/** The questions of every section and group as `change` makes them; what stays the same keeps its identity. */
function mapSiblings(questions: readonly Question[], change: Siblings): readonly Question[] {
  const inner = questions.map((question) => {
    if (question.type !== 'ROSTER') return question
    const own = mapSiblings(question.questions, change)
    return own === question.questions ? question : { ...question, questions: own }
  })
  const next = change(inner.every((question, index) => question === questions[index]) ? questions : inner)
  return next
}

function mapSections(questionnaire: Questionnaire, change: Siblings): Questionnaire {
  const sections = questionnaire.sections.map((section) => {
    const questions = mapSiblings(section.questions, change)
    return questions === section.questions ? section : { ...section, questions }
  })
  return { ...questionnaire, sections }
}

const without = (questionnaire: Questionnaire, key: string): Questionnaire =>
  mapSections(questionnaire, (questions) =>
    questions.some((question) => question.key === key)
      ? questions.filter((question) => question.key !== key)
      : questions,
  )

const replaced = (questionnaire: Questionnaire, key: string, next: Question): Questionnaire =>
  mapSections(questionnaire, (questions) =>
    questions.some((question) => question.key === key)
      ? questions.map((question) => (question.key === key ? next : question))
      : questions,
  )

interface Place {
  readonly section: Section
  readonly roster: string | undefined
  /** Keys of the questions of the section or group, and how many of them stand before it. */
  readonly siblings: readonly string[]
  readonly earlier: number
}

function placeIn({ sections }: Questionnaire, key: string): Place | undefined {
  for (const section of sections) {
    const queue: { questions: readonly Question[]; roster?: string }[] = [{ questions: section.questions }]
    for (const { questions, roster } of queue) {
      const siblings = questions.map((question) => question.key)
      const earlier = siblings.indexOf(key)
      if (earlier >= 0) return { section, roster, siblings, earlier }
      for (const question of questions)
        if (question.type === 'ROSTER') queue.push({ questions: question.questions, roster: question.key })
    }
  }
  return undefined
}

/** Puts a question back after those that stood before it, as far as these keep their old order. */
function inserted(
  questions: readonly Question[],
  { earlier, siblings }: Place,
  question: Question,
): readonly Question[] {
  const order = questions.map(({ key }) => siblings.indexOf(key))
  const kept = keptInOrder(order.filter((place) => place >= 0))
  const at = order.findLastIndex((place) => kept.has(place) && place < earlier)
  return [...questions.slice(0, at + 1), question, ...questions.slice(at + 1)]
}

/** Sections with one that was taken out, where it stood. */
function withSection(before: Questionnaire, after: Questionnaire, lost: Section): readonly Section[] {
  if (after.sections.some(({ key }) => key === lost.key)) return after.sections
  const keys = before.sections.map(({ key }) => key)
  const earlier = keys.slice(0, keys.indexOf(lost.key))
  const at = after.sections.findLastIndex(({ key }) => earlier.includes(key))
  return [...after.sections.slice(0, at + 1), { ...lost, questions: [] }, ...after.sections.slice(at + 1)]
}

/** The question where it stood before: in its section, in its group if that is still there. */
function placed(before: Questionnaire, after: Questionnaire, question: Question): Questionnaire {
  const place = placeIn(before, question.key)
  if (place === undefined) return after
  const group = place.roster === undefined ? undefined : find(after, place.roster)
  if (group?.type === 'ROSTER')
    return replaced(after, group.key, {
      ...group,
      questions: inserted(group.questions, place, question),
    })
  const sections = withSection(before, after, place.section).map((section) =>
    section.key === place.section.key
      ? { ...section, questions: inserted(section.questions, place, question) }
      : section,
  )
  return { ...after, sections }
}

const innerKeys = (question: Question): readonly string[] =>
  question.type === 'ROSTER' ? question.questions.flatMap((one) => [one.key, ...innerKeys(one)]) : []

/** The old question without what it asked for each item that stands elsewhere now. */
function notTwice(question: Question, present: ReadonlySet<string>): Question {
  if (question.type !== 'ROSTER') return question
  const questions = question.questions
    .filter(({ key }) => !present.has(key))
    .map((inner) => notTwice(inner, present))
  return { ...question, questions }
}

const listNames = (question: Question): readonly string[] => [
  ...('list' in question && question.list ? [question.list] : []),
  ...('rowsList' in question && question.rowsList ? [question.rowsList] : []),
  ...(question.type === 'ROSTER' ? question.questions.flatMap(listNames) : []),
]

function withLists(before: Questionnaire, after: Questionnaire, question: Question): Questionnaire {
  const lost = listNames(question).flatMap((name): readonly (readonly [string, OptionList])[] => {
    const list = before.lists[name]
    return list && !Object.hasOwn(after.lists, name) ? [[name, list]] : []
  })
  return lost.length === 0 ? after : { ...after, lists: { ...after.lists, ...Object.fromEntries(lost) } }
}

/** What the new question held of the old version goes back to its old place. */
function withStrays(before: Questionnaire, after: Questionnaire, holder: Question): Questionnaire {
  const strays = innerKeys(holder).flatMap((key) => (find(after, key) ? [] : (find(before, key) ?? [])))
  return strays.reduce((made, stray) => placed(before, made, stray), after)
}

function removedBack(before: Questionnaire, after: Questionnaire, old: Question): Questionnaire {
  const group = placeIn(before, old.key)?.roster
  const lostGroup = group === undefined || find(after, group) ? undefined : find(before, group)
  if (lostGroup) return removedBack(before, after, lostGroup)
  const present = new Set(everyQuestion(after).map(({ key }) => key))
  return withLists(before, placed(before, after, notTwice(old, present)), old)
}

function typeBack(before: Questionnaire, after: Questionnaire, old: Question, now: Question): Questionnaire {
  const rest = new Set(everyQuestion(without(after, now.key)).map(({ key }) => key))
  const next = replaced(after, now.key, notTwice(old, rest))
  return withStrays(before, withLists(before, next, old), now)
}

type Nested = readonly (string | Nested)[]

const nested = (questions: readonly Question[]): Nested =>
  questions.map((question) =>
    question.type === 'ROSTER' ? [question.key, nested(question.questions)] : question.key,
  )

const orderOf = ({ sections }: Questionnaire): string =>
  JSON.stringify(sections.map(({ key, questions }) => [key, nested(questions)]))

/** A question that stands at its place already has moved with its section. */
function movedBack(before: Questionnaire, after: Questionnaire, now: Question): Questionnaire {
  const group = placeIn(before, now.key)?.roster
  const lostGroup = group === undefined || find(after, group) ? undefined : find(before, group)
  const whole = lostGroup ? removedBack(before, after, lostGroup) : after
  const next = placed(before, without(whole, now.key), now)
  if (orderOf(next) !== orderOf(after)) return next
  return { ...after, sections: inOldOrder(after.sections, before.sections, ({ key }) => key) }
}

type Revertible = Pick<Change, 'kind' | 'place'>
const MOVES: readonly ChangeKind[] = ['QUESTION_MOVED', 'GROUP_CHANGED']

function revertQuestion(
  before: Questionnaire,
  after: Questionnaire,
  { kind, place }: Revertible,
  key: string,
): Questionnaire {
  const [old, now] = [find(before, key), find(after, key)]
  if (kind === 'QUESTION_REMOVED') return old && !now ? removedBack(before, after, old) : after
  if (!now) return after
  if (kind === 'QUESTION_ADDED') return old ? after : withStrays(before, without(after, key), now)
  if (!old) return after
  if (MOVES.includes(kind)) return movedBack(before, after, now)
  if (kind === 'TYPE_CHANGED') return typeBack(before, after, old, now)
  if (place.part === 'options' || place.part === 'rows') {
    const { question, lists } = revertChoices([before, after], [old, now], {
      kind,
      part: place.part,
      ...(place.code !== undefined && { code: place.code }),
    })
    return { ...replaced(after, key, question), lists }
  }
  return replaced(after, key, withFieldsOf(now, old, fieldsOf(place.part)))
}

/**
 * The newer version with one change taken back. What else changed stays; taking back what is not there any more
 * changes nothing.
 */
export function revertChange(before: Questionnaire, after: Questionnaire, change: Revertible): Questionnaire {
  const { questionKey, sectionKey, part } = change.place
  if (questionKey !== undefined) return revertQuestion(before, after, change, questionKey)
  if (sectionKey === undefined) return withFieldsOf(after, before, fieldsOf(part))
  const old = before.sections.find(({ key }) => key === sectionKey)
  const sections = after.sections.map((section) =>
    section.key === sectionKey && old ? withFieldsOf(section, old, fieldsOf(part)) : section,
  )
  return { ...after, sections }
}
