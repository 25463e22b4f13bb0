import type { Expression } from '../expression/ast.ts'
import { partsOf, referencesIn } from '../expression/references.ts'
import { isMatrix, isSpecialCode } from '../options.ts'
import { truthOf } from './abstract-evaluate.ts'
import type { Truth } from './abstract-value.ts'
import { Answering, type Store } from './answering.ts'
import { domainOf, excluding, present, split, without, type Variable } from './variable.ts'
import { conditionsOfVariable, type Condition, type Conditions, type Place, type World } from './world.ts'

/** `never`: proven for all answers; `possible`: some answers were found; `unknown`: neither. */
export type Verdict = 'never' | 'possible' | 'unknown'

/** Most steps of one proof; one that needs more stays `unknown`. */
const MOST_STEPS = 400

/** Beyond so many variables, what is further away is left open: nothing is claimed about it. */
const MOST_VARIABLES = 24

/** A variable that matters, with what its having a value follows from. */
interface Relevant {
  readonly name: string
  readonly place: Place
  readonly conditions: Conditions
}

function numbersIn(expression: Expression): readonly number[] {
  if (expression.kind === 'number') return [expression.value]
  if (expression.kind === 'text')
    return Number.isFinite(Number(expression.value)) ? [Number(expression.value)] : []
  if (expression.kind === 'list') return expression.items.flatMap(numbersIn)
  return partsOf(expression).flatMap(numbersIn)
}

/** Everything that a proof has to look at. */
class Scene {
  readonly variables = new Map<string, Relevant>()
  readonly cuts = new Set<number>([0])
  /** Was something left out, so that answers found are no proof that they can be given? */
  isCut = false
  private readonly seen = new Set<string>()
  private readonly queue: string[] = []

  constructor(
    private readonly world: World,
    goal: Conditions,
  ) {
    goal.all.forEach((condition) => this.condition(condition))
    const direct = this.queue.length
    for (let at = 0; at < this.queue.length; at += 1) {
      if (at >= direct && this.variables.size >= MOST_VARIABLES) {
        this.isCut = true
        return
      }
      this.question(this.queue[at] ?? '')
    }
  }

  private condition({ expression, own }: Condition): void {
    const parts = numbersIn(expression)
    for (const number of parts) this.cuts.add(number)
    if (own !== undefined) this.later(own)
    for (const { key } of referencesIn(expression)) this.later(key)
  }

  private later(key: string): void {
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.queue.push(key)
  }

  private question(key: string): void {
    const place = this.world.places.get(key)
    if (place === undefined) return
    const { node } = place
    const rows = isMatrix(node.question) ? node.rows.map((row) => row.key) : [undefined]
    for (const row of rows) {
      const conditions = conditionsOfVariable(this.world, place, row)
      conditions.all.forEach((condition) => this.condition(condition))
      const name = row === undefined ? key : `${key}.${row}`
      if (domainOf(node) !== null) this.variables.set(name, { name, place, conditions })
    }
    if (node.calculation) this.condition({ expression: node.calculation, wanted: true })
    if (node.optionFilter) this.condition({ expression: node.optionFilter, wanted: true })
  }
}

type Search = { readonly store: Store; readonly isSettled: boolean }

/** Looks for answers that fulfil the conditions, ruling out whole regions of answers at a time. */
class Proof {
  private steps = MOST_STEPS
  private readonly inOrder: readonly Relevant[]
  private readonly splitOrder: readonly Relevant[]
  private readonly cuts: readonly number[]

  constructor(
    private readonly world: World,
    private readonly goal: Conditions,
    scene: Scene,
  ) {
    this.splitOrder = [...scene.variables.values()]
    this.inOrder = [...this.splitOrder].sort((left, right) => left.place.order - right.place.order)
    this.cuts = [...scene.cuts].sort((left, right) => left - right)
  }

  truth(conditions: Conditions, answering: Answering): Truth {
    let [may, mayNot] = [true, !conditions.isWhole]
    for (const condition of conditions.all) {
      const truth = truthOf(condition.expression, answering.scope(condition))
      may &&= condition.wanted ? truth.may : truth.mayNot
      mayNot ||= condition.wanted ? truth.mayNot : truth.may
    }
    return { may, mayNot }
  }

  /** Takes out codes that a filter certainly does not offer. `open` when it may or may not offer one. */
  private offered({ place: { node } }: Relevant, variable: Variable, answering: Answering) {
    const filter = node.optionFilter
    if (filter === undefined) return { variable, isOpen: false }
    const path = `${node.path}.optionFilter`
    if (!this.world.sound.has(path)) return { variable, isOpen: true }
    let [left, isOpen]: [Variable | null, boolean] = [variable, false]
    for (const { code } of node.options) {
      if (isSpecialCode(code) || left === null) continue
      const truth = truthOf(filter, answering.scope({ option: code, own: node.question.key }))
      if (!truth.may) left = excluding(left, code)
      else isOpen ||= truth.mayNot
    }
    return { variable: left, isOpen }
  }

  /** Follows conditions of showing: what is hidden has no answer. `null` when that is a contradiction. */
  private follow(store: Store): Search | null {
    const next = new Map(store)
    let isSettled = true
    for (const relevant of this.inOrder) {
      const { name, conditions } = relevant
      const before = next.get(name)
      if (before === undefined) continue
      const answering = new Answering(this.world, next)
      const { may, mayNot } = this.truth(conditions, answering)
      const shown = may ? before : without(before)
      if (shown === null) return null
      const { variable, isOpen } = this.offered(relevant, shown, answering)
      if (variable === null) return null
      next.set(name, variable)
      if (without(variable) === null && (mayNot || isOpen)) isSettled = false
    }
    return { store: next, isSettled }
  }

  search(start: Store): Verdict {
    this.steps -= 1
    if (this.steps < 0) return 'unknown'
    const followed = this.follow(start)
    if (followed === null) return 'never'
    const { store, isSettled } = followed
    const { may, mayNot } = this.truth(this.goal, new Answering(this.world, store))
    if (!may) return 'never'
    if (!mayNot && isSettled) return 'possible'
    for (const { name } of this.splitOrder) {
      const variable = store.get(name)
      const parts = variable ? split(variable, this.cuts) : []
      if (parts.length > 1) return this.each(parts.map((part) => new Map(store).set(name, part)))
    }
    return 'unknown'
  }

  private each(stores: readonly Store[]): Verdict {
    let found: Verdict = 'never'
    for (const store of stores) {
      const verdict = this.search(store)
      if (verdict === 'possible') return 'possible'
      if (verdict === 'unknown') found = 'unknown'
      if (this.steps < 0) return 'unknown'
    }
    return found
  }
}

/** What is taken for granted about single variables; `null` when a variable is left with nothing. */
export type Assumptions = ReadonlyMap<string, (variable: Variable) => Variable | null>

/** The question is answered. */
export const isAnswered = (variable: Variable): Variable | null => present(variable)

/**
 * Can the conditions hold together, for any answers that the questionnaire lets a person give? Looks at regions of
 * answers by intervals and sets, and cuts them until each is decided; small domains are thereby gone through whole.
 */
export function prove(world: World, goal: Conditions, assumptions: Assumptions = new Map()): Verdict {
  if (!world.isSound) return 'unknown'
  const scene = new Scene(world, goal)
  const store = new Map<string, Variable>()
  for (const [name, { place }] of scene.variables) {
    const domain = domainOf(place.node)
    const assumed = domain && (assumptions.get(name) ?? ((whole: Variable) => whole))(domain)
    if (assumed === null) return 'never'
    store.set(name, assumed)
  }
  const verdict = new Proof(world, goal, scene).search(store)
  return scene.isCut && verdict === 'possible' ? 'unknown' : verdict
}
