import type { Question, Questionnaire, Section } from '../model.ts'
import { everyQuestion, isAnswerable } from '../walk.ts'
import { answersOf, changeOf, NO_USAGE, type Change, type Usage } from './change.ts'
import { compareLogic, logicView, type LogicChange, type LogicView } from './compare-logic.ts'
import { questionChanges } from './compare-question.ts'
import { answersSoFar } from './counted-words.ts'
import { keptInOrder } from './kept-in-order.ts'

/** Where a question stands: its section, and the group that asks it. */
interface Standing {
  readonly question: Question
  readonly section: Section
  readonly group: string | undefined
}

function standingsOf({ sections }: Questionnaire): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>()
  const visit = (question: Question, section: Section, group: string | undefined) => {
    found.set(question.key, { question, section, group })
    if (question.type === 'ROSTER')
      for (const inner of question.questions) visit(inner, section, question.key)
  }
  for (const section of sections)
    for (const question of section.questions) visit(question, section, undefined)
  return found
}

function addedChange({ question }: Standing): Change {
  const isRequired = question.required === true || question.requiredIf !== undefined
  const message = isRequired
    ? `Nowe pytanie „${question.text || question.key}” jest obowiązkowe: kto go pominie, nie wyśle ankiety.`
    : `Nowe pytanie „${question.text || question.key}”. Wcześniejsze ankiety nie mają na nie odpowiedzi.`
  return changeOf(question.key, 'QUESTION_ADDED', isRequired ? 'careful' : 'harmless', 'text', message)
}

function removedChange({ question }: Standing, usage: Usage): Change {
  const count = answersOf(usage, question.key)
  const isUnused = count === 0 || !isAnswerable(question)
  const told = count === undefined ? '' : ` ${answersSoFar(count)}`
  const message = isUnused
    ? `Pytanie „${question.text}” usunięto. Nikt jeszcze na nie nie odpowiedział.`
    : `Pytanie „${question.text}” usunięto.${told} Odpowiedzi zostają we wcześniejszej wersji; nowych nie będzie.`
  const weight = isUnused ? 'careful' : 'breaking'
  return { ...changeOf(question.key, 'QUESTION_REMOVED', weight, 'text', message), demandsNewKey: false }
}

function movedChanges(
  before: ReadonlyMap<string, Standing>,
  after: ReadonlyMap<string, Standing>,
): readonly Change[] {
  const order = new Map([...before.keys()].map((key, index) => [key, index]))
  const common = [...after.keys()].filter((key) => before.has(key))
  const kept = keptInOrder(common.map((key) => order.get(key) ?? 0))
  return common.flatMap((key): readonly Change[] => {
    const [old, now] = [before.get(key), after.get(key)]
    if (old?.group !== now?.group) {
      const message =
        'Pytanie przeniesiono do grupy powtarzanej albo z niej. Odpowiedzi dotyczą teraz czego innego. Prosimy potraktować je jako nowe pytanie albo cofnąć tę zmianę.'
      return [changeOf(key, 'GROUP_CHANGED', 'breaking', 'place', message)]
    }
    if (kept.has(order.get(key) ?? 0) && old?.section.key === now?.section.key) return []
    const message =
      'Pytanie stoi w innym miejscu. Wcześniejsze pytania mogą wpływać na odpowiedzi; wyniki pokażemy osobno.'
    return [changeOf(key, 'QUESTION_MOVED', 'careful', 'place', message)]
  })
}

const SECTION_TOLD: Readonly<Record<LogicChange, string>> = {
  same: 'zapisano inaczej, ale znaczy to samo.',
  narrower: 'jest węższy: jej pytania zobaczy mniej osób niż dotąd. Wyniki pokażemy osobno.',
  wider: 'jest szerszy: jej pytania zobaczy więcej osób niż dotąd. Wyniki pokażemy osobno.',
  other: 'jest inny: jej pytania zobaczą inne osoby niż dotąd. Wyniki pokażemy osobno.',
}
const SECTION_KINDS = {
  same: 'LOGIC_SAME',
  narrower: 'LOGIC_NARROWER',
  wider: 'LOGIC_WIDER',
  other: 'LOGIC_CHANGED',
} as const

function sectionChanges(view: LogicView, before: Section, after: Section): readonly Change[] {
  const place = (part: string) => ({ sectionKey: after.key, part })
  const affects = everyQuestion({ sections: [after] } as unknown as Questionnaire).map(({ key }) => key)
  const found: Change[] = []
  if (before.title !== after.title || before.description !== after.description) {
    const message = `Zmienił się tytuł albo opis części „${after.title}”.`
    found.push({
      kind: 'TEXT_FIXED',
      weight: 'harmless',
      place: place('title'),
      affects: [],
      demandsNewKey: false,
      message,
    })
  }
  if (before.visibleIf === after.visibleIf) return found
  const where = { kind: 'visibleIf', sectionKey: after.key } as const
  const how = compareLogic(view, where, before.visibleIf, after.visibleIf)
  const message = `Warunek części „${after.title}” ${SECTION_TOLD[how]}`
  const weight = how === 'same' ? 'harmless' : 'careful'
  return [
    ...found,
    { kind: SECTION_KINDS[how], weight, place: place('visibleIf'), affects, demandsNewKey: false, message },
  ]
}

function frameChanges(before: Questionnaire, after: Questionnaire): readonly Change[] {
  const texts = ({ title, description, intro, thanks }: Questionnaire) =>
    JSON.stringify([title, description, intro, thanks])
  if (texts(before) === texts(after)) return []
  const message = 'Zmienił się tytuł, opis, wstęp albo podziękowanie. Odpowiedzi znaczą to samo.'
  const place = { part: 'intro' }
  return [{ kind: 'TEXT_FIXED', weight: 'harmless', place, affects: [], demandsNewKey: false, message }]
}

/** What decides whether a group is asked bears on all that it asks. */
function withInner(change: Change, now: ReadonlyMap<string, Standing>): Change {
  const { questionKey, part } = change.place
  if (questionKey === undefined || part !== 'visibleIf') return change
  const inner = [...now].filter(([key]) => groupsAround(now, key).includes(questionKey)).map(([key]) => key)
  return inner.length === 0 ? change : { ...change, affects: [...change.affects, ...inner] }
}

function groupsAround(now: ReadonlyMap<string, Standing>, key: string): readonly string[] {
  const group = now.get(key)?.group
  return group === undefined ? [] : [group, ...groupsAround(now, group)]
}

const WEIGHTS = ['breaking', 'careful', 'harmless']

/**
 * What changed between two versions and what it means for answers, the gravest first.
 *
 * @param usage - how many answers there are so far, to tell it in numbers and to let unused things go
 */
export function compareVersions(
  before: Questionnaire,
  after: Questionnaire,
  usage: Usage = NO_USAGE,
): readonly Change[] {
  const [old, now] = [standingsOf(before), standingsOf(after)]
  const view = logicView(after)
  const changes = [
    ...frameChanges(before, after),
    ...after.sections.flatMap((section) => {
      const earlier = before.sections.find(({ key }) => key === section.key)
      return earlier ? sectionChanges(view, earlier, section) : []
    }),
    ...[...old].flatMap(([key, standing]) => (now.has(key) ? [] : [removedChange(standing, usage)])),
    ...[...now].flatMap(([key, standing]): readonly Change[] => {
      const earlier = old.get(key)
      if (earlier === undefined) return [addedChange(standing)]
      const pair = {
        before: earlier.question,
        after: standing.question,
        documents: [before, after],
        usage,
      } as const
      return questionChanges(view, standing.section.key, pair)
    }),
    ...movedChanges(old, now),
  ]
  const whole = changes.map((change) => withInner(change, now))
  return whole.sort((left, right) => WEIGHTS.indexOf(left.weight) - WEIGHTS.indexOf(right.weight))
}
