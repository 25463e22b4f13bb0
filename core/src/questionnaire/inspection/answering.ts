import { OTHER_TEXT } from '../expression/ast.ts'
import { isMatrix } from '../options.ts'
import { abstractValue, truthOf, type AbstractScope } from './abstract-evaluate.ts'
import {
  ABSENT,
  ANY_TEXT,
  ANYTHING,
  mayBePresent,
  orAbsent,
  type Abstract,
  type Several,
} from './abstract-value.ts'
import { domainOf, valueOfVariable, type Variable } from './variable.ts'
import { conditionsOf, type Condition, type Place, type World } from './world.ts'

/** What each answer may be. */
export type Store = ReadonlyMap<string, Variable>

type Seen = Pick<Condition, 'row' | 'option' | 'own'>

/** A region of answers: all that each of them may be, seen by expressions. */
export class Answering {
  private readonly calculated = new Map<string, Abstract>()

  constructor(
    private readonly world: World,
    private readonly store: Store,
  ) {}

  /** @param group - the group whose items are looked at, any of them */
  scope(seen: Seen, group?: string): AbstractScope {
    return {
      row: seen.row,
      option: seen.option,
      own: seen.own,
      isGroup: (key) => this.world.compiled.rosters.has(key),
      within: (key) => (group === undefined ? this.scope(seen, key) : null),
      valueAt: (key, member) => this.valueAt(key, member, group),
    }
  }

  private valueAt(key: string, member: string | undefined, group: string | undefined): Abstract {
    const place = this.world.places.get(key)
    if (place === undefined) return ANYTHING
    const { node, groups } = place
    const isOfAnyItem = group !== undefined && groups.some(({ question }) => question.key === group)
    const variableAt = (name: string) => (isOfAnyItem ? domainOf(node) : this.store.get(name))
    if (isMatrix(node.question)) {
      if (member === undefined) return this.table(place, variableAt)
      const cell = node.rows.some((row) => row.key === member) ? variableAt(`${key}.${member}`) : undefined
      return cell ? valueOfVariable(cell) : ANYTHING
    }
    if (member === OTHER_TEXT) return orAbsent(ANY_TEXT)
    if (member !== undefined) return ANYTHING
    if (node.question.type === 'CALCULATED') return isOfAnyItem ? ANYTHING : this.calculation(place)
    const variable = variableAt(key)
    return variable ? valueOfVariable(variable) : ANYTHING
  }

  /** All codes of a table; of one with several choices in a row, nothing is known. */
  private table({ node }: Place, variableAt: (name: string) => Variable | null | undefined): Abstract {
    const items: Several['items'][number][] = []
    for (const row of node.rows) {
      const cell = variableAt(`${node.question.key}.${row.key}`)
      if (cell?.kind !== 'scalar') return ANYTHING
      if (mayBePresent(cell))
        items.push({ value: { ...cell, mayBeAbsent: false }, isCertain: !cell.mayBeAbsent })
    }
    const least = items.filter(({ isCertain }) => isCertain).length
    return { kind: 'several', mayBeAbsent: least === 0, items, least, most: items.length }
  }

  private calculation(place: Place): Abstract {
    const { node } = place
    const { key } = node.question
    const before = this.calculated.get(key)
    if (before !== undefined) return before
    this.calculated.set(key, ANYTHING)
    const value = this.calculate(place)
    this.calculated.set(key, value)
    return value
  }

  private calculate(place: Place): Abstract {
    const { node } = place
    const conditions = conditionsOf(this.world, place)
    let mayHide = !conditions.isWhole
    for (const condition of conditions.all) {
      const { may, mayNot } = truthOf(condition.expression, this.scope(condition))
      if (!may) return ABSENT
      mayHide ||= mayNot
    }
    if (node.calculation === undefined || !this.world.sound.has(`${node.path}.expression`)) return ANYTHING
    const value = abstractValue(node.calculation, this.scope({ own: node.question.key }))
    if (value.kind !== 'scalar') return ANYTHING
    return mayHide ? orAbsent(value) : value
  }
}
