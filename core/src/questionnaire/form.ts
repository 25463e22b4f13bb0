import { compile, type CompiledQuestion, type CompiledQuestionnaire, type Level } from './compile.ts'
import { holds } from './expression/evaluate.ts'
import type { Scope } from './expression/scope.ts'
import { isRecord, type RawAnswers } from './expression/values.ts'
import {
  countedIn,
  evaluateLevel,
  levelScope,
  type LevelState,
  type QuestionState,
  type Surroundings,
} from './level-state.ts'
import type { Question, Questionnaire } from './model.ts'

/** What a form depends on besides its questionnaire and answers. */
export interface FormContext {
  /** The day of answering, `2026-11-22`; without it `today()` is absent. */
  readonly today?: string | undefined
  /** Of the words that texts are filled with („i”, „tak”, „nie”); Polish without it. */
  readonly language?: string | undefined
  /** Names of localities by id, for texts that such an answer is put into. */
  readonly localityNames?: ReadonlyMap<string, string> | undefined
}

/** A questionnaire with answers to it, evaluated; never changed, each answer gives a new form. */
export interface Form {
  readonly compiled: CompiledQuestionnaire
  readonly context: FormContext
  readonly state: LevelState
}

/** Where an answer stands: its key, or roster, item, key: `['household', 0, 'age']`. */
export type AnswerPath = readonly (string | number)[]

/** A question where it stands in a form: in the questionnaire, or in one item of a roster. */
export interface PlacedQuestion {
  readonly compiled: CompiledQuestion
  readonly state: QuestionState
  /** All answers that count, seen from this place. */
  readonly scope: Scope
}

const surroundings = ({ compiled, context }: Form): Surroundings => ({
  compiled,
  today: context.today,
  outer: undefined,
})

/** Opens a questionnaire with these answers: everything is evaluated once. */
export function openForm(
  compiled: CompiledQuestionnaire,
  answers: RawAnswers = {},
  context: FormContext = {},
): Form {
  const around: Surroundings = { compiled, today: context.today, outer: undefined }
  return { compiled, context, state: evaluateLevel(compiled.level, answers, around) }
}

/** The form with other answers; only what differs and what depends on it is evaluated again. */
export function changeAnswers(form: Form, answers: RawAnswers): Form {
  if (form.state.given === answers) return form
  const state = evaluateLevel(form.compiled.level, answers, surroundings(form), form.state)
  return { ...form, state }
}

function without(answers: RawAnswers, key: string): RawAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key))
}

function withAnswerAt(holder: unknown, [step, ...rest]: AnswerPath, answer: unknown): unknown {
  if (step === undefined) return answer
  if (typeof step === 'number') {
    const items: readonly unknown[] = Array.isArray(holder) ? holder : []
    if (step < 0 || step > items.length) return items
    return [...items.slice(0, step), withAnswerAt(items[step], rest, answer), ...items.slice(step + 1)]
  }
  const answers = isRecord(holder) ? holder : {}
  const inner = withAnswerAt(Object.hasOwn(answers, step) ? answers[step] : undefined, rest, answer)
  return inner === undefined ? without(answers, step) : { ...answers, [step]: inner }
}

/**
 * The form with one answer changed; `undefined` takes the answer away. Only its dependents are evaluated again.
 *
 * @param path - a key, or the way into an item of a roster (the item after the last one is made)
 */
export function setAnswer(form: Form, path: string | AnswerPath, answer: unknown): Form {
  const steps = typeof path === 'string' ? [path] : path
  const changed = withAnswerAt(form.state.given, steps, answer)
  return isRecord(changed) ? changeAnswers(form, changed) : form
}

/** The questions that are asked, in order; those inside rosters apart. */
export function askedQuestions({ compiled, state }: Form): readonly Question[] {
  return compiled.level.nodes.flatMap((node, index) =>
    node.kind === 'question' && state.states[index]?.isShown === true ? [node.question] : [],
  )
}

/** The answers that count, in the order of the questionnaire. */
export function countedAnswers({ compiled, state }: Form): RawAnswers {
  return countedIn(compiled.level, state)
}

function placedIn(
  level: Level,
  state: LevelState,
  around: Surroundings,
  [key, item, ...rest]: AnswerPath,
): PlacedQuestion | undefined {
  const index = level.indexOf.get(String(key))
  const node = index === undefined ? undefined : level.nodes[index]
  const own = index === undefined ? undefined : state.states[index]
  if (node?.kind !== 'question' || own === undefined) return undefined
  if (item === undefined) {
    return {
      compiled: node,
      state: own,
      get scope() {
        return { ...levelScope(level, state.states, around), own: own.answer }
      },
    }
  }
  const inner = own.items[Number(item)]
  const outer = levelScope(level, state.states, around)
  return node.items && inner ? placedIn(node.items, inner, { ...around, outer }, rest) : undefined
}

/** The question at a path and how it stands; `undefined` when there is none. */
export function questionAt(form: Form, path: string | AnswerPath): PlacedQuestion | undefined {
  return placedIn(
    form.compiled.level,
    form.state,
    surroundings(form),
    typeof path === 'string' ? [path] : path,
  )
}

/** Must the question be answered, by itself or by its condition? Only a shown question ever must. */
export function isRequired(placed: PlacedQuestion): boolean {
  const { question, requiredIf } = placed.compiled
  if (!placed.state.isShown || question.type === 'INFO') return false
  return question.required === true || (requiredIf !== undefined && holds(requiredIf, placed.scope))
}

/** A form of a questionnaire: `openForm` for callers that have not compiled it. */
export function formOf(questionnaire: Questionnaire, answers: RawAnswers, context: FormContext = {}): Form {
  return openForm(compile(questionnaire), answers, context)
}
