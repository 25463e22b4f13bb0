import {
  compile,
  type CompiledQuestion,
  type CompiledQuestionnaire,
  type CompiledSection,
} from '../compile.ts'
import type { Expression } from '../expression/ast.ts'
import { partsOf, referencesIn } from '../expression/references.ts'
import type { Questionnaire } from '../model.ts'
import { isMatrix } from '../options.ts'
import { repeated } from '../question-defects.ts'
import { checkRules, type CheckedRule } from '../rules.ts'
import { everyQuestion } from '../walk.ts'

/** An expression that has to hold (or not to), seen from a place. */
export interface Condition {
  readonly expression: Expression
  readonly wanted: boolean
  readonly row?: string
  readonly option?: string
  /** Key that `this` stands for. */
  readonly own?: string
}

/** Conditions that all have to hold; `isWhole` is false when some of them could not be read. */
export interface Conditions {
  readonly all: readonly Condition[]
  readonly isWhole: boolean
}

export const NO_CONDITIONS: Conditions = { all: [], isWhole: true }

export function both(first: Conditions, second: Conditions): Conditions {
  return { all: [...first.all, ...second.all], isWhole: first.isWhole && second.isWhole }
}

/** Where a question stands: its section, and the groups around it, outermost first. */
export interface Place {
  readonly node: CompiledQuestion
  readonly section: CompiledSection
  readonly groups: readonly CompiledQuestion[]
  readonly order: number
}

/** A questionnaire as the prover sees it. */
export interface World {
  readonly compiled: CompiledQuestionnaire
  readonly places: ReadonlyMap<string, Place>
  readonly rules: readonly CheckedRule[]
  /** Paths of all rules, readable or not. */
  readonly written: ReadonlySet<string>
  /** False when keys stand twice, so that nothing can be said about answers under them. */
  readonly isSound: boolean
  /** Expressions that the check of rules found nothing wrong with. */
  readonly sound: ReadonlySet<string>
}

/** Expressions longer than this, repeated for each item, may run out of steps when they are evaluated. */
const MOST_REPEATED_PARTS = 300

const sizeOf = (expression: Expression): number =>
  partsOf(expression).reduce((size, part) => size + sizeOf(part), 1)

function isEvaluatedWhole(expression: Expression, rosters: ReadonlySet<string>): boolean {
  const isRepeated = referencesIn(expression).some(({ key }) => rosters.has(key))
  return !isRepeated || sizeOf(expression) <= MOST_REPEATED_PARTS
}

function placesIn({ level }: CompiledQuestionnaire): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const visit = (node: CompiledQuestion, section: CompiledSection, groups: readonly CompiledQuestion[]) => {
    places.set(node.question.key, { node, section, groups, order: places.size })
    for (const inner of node.items?.nodes ?? [])
      if (inner.kind === 'question') visit(inner, section, [...groups, node])
  }
  let section: CompiledSection | undefined
  for (const node of level.nodes) {
    if (node.kind === 'section') section = node
    else if (section) visit(node, section, [])
  }
  return places
}

export function worldOf(questionnaire: Questionnaire): World {
  const compiled = compile(questionnaire)
  const rules = checkRules(questionnaire)
  const keys = everyQuestion(questionnaire).map(({ key }) => key)
  const sound = rules.filter(
    ({ problems, expression }) =>
      problems.length === 0 && expression !== undefined && isEvaluatedWhole(expression, compiled.rosters),
  )
  return {
    compiled,
    places: placesIn(compiled),
    rules,
    written: new Set(rules.map(({ rule }) => rule.path)),
    isSound: repeated(keys) === undefined,
    sound: new Set(sound.map(({ rule }) => rule.path)),
  }
}

/** A rule as a condition; one that could not be read leaves things open. */
export function ruleCondition(
  world: World,
  expression: Expression | undefined,
  path: string,
  seen: Omit<Condition, 'expression' | 'wanted'> & { readonly wanted?: boolean } = {},
): Conditions {
  const isWritten = world.written.has(path)
  if (expression === undefined) return isWritten ? { all: [], isWhole: false } : NO_CONDITIONS
  if (!world.sound.has(path)) return { all: [], isWhole: false }
  return { all: [{ wanted: true, ...seen, expression }], isWhole: true }
}

/** What has to hold before the question's own condition is looked at. */
export function conditionsAround(world: World, { section, groups }: Place): Conditions {
  return [section, ...groups].reduce(
    (found, node) => both(found, ruleCondition(world, node.visibleIf, `${node.path}.visibleIf`)),
    NO_CONDITIONS,
  )
}

/** What has to hold for the question to be asked, apart from its rows and options. */
export function conditionsOf(world: World, place: Place): Conditions {
  const { node } = place
  return both(conditionsAround(world, place), ruleCondition(world, node.visibleIf, `${node.path}.visibleIf`))
}

/** What has to hold for a variable (`q`, or a row `q.r1`) to have a value. */
export function conditionsOfVariable(world: World, place: Place, row: string | undefined): Conditions {
  const { node } = place
  const own = conditionsOf(world, place)
  if (row === undefined || !isMatrix(node.question)) return own
  return both(own, ruleCondition(world, node.rowVisibleIf, `${node.path}.rowVisibleIf`, { row }))
}
