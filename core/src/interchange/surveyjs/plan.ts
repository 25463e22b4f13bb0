import { aText, ownAnswer, theAnswer, thisOption } from '../build.ts'
import { isJson, listOf, objectsOf, own, written, type Json } from '../json.ts'
import type { Ledger } from '../ledger.ts'
import type { FormPlace } from '../model.ts'
import { claim, codeFrom, keyFrom } from '../names.ts'
import type { FormSymbol } from '../xpath/symbols.ts'

/** An element of a survey with its place, key and the elements inside it. */
export interface Element {
  readonly json: Json
  readonly type: string
  readonly name: string
  readonly key: string
  readonly place: FormPlace
  readonly inner: readonly Element[]
}

export interface SurveyPlan {
  readonly pages: readonly {
    readonly json: Json
    readonly place: FormPlace
    readonly elements: readonly Element[]
  }[]
  readonly symbols: ReadonlyMap<string, FormSymbol>
  readonly taken: Set<string>
}

const KINDS: Readonly<Record<string, FormSymbol['kind']>> = {
  text: 'text', comment: 'text', radiogroup: 'single', dropdown: 'single', buttongroup: 'single', boolean: 'single',
  rating: 'single', imagepicker: 'single', checkbox: 'multi', tagbox: 'multi', ranking: 'multi', slider: 'number',
  expression: 'value', paneldynamic: 'roster', matrixdynamic: 'roster',
} // prettier-ignore
const NUMBERS = ['number', 'range']
const DATES = ['date', 'datetime', 'datetime-local', 'month', 'week']
const MOST_ELEMENTS = 5000

/** What an element asks for. */
export function kindOf(type: string, json: Json): FormSymbol['kind'] {
  const input = written(own(json, 'inputType'))
  if (type === 'text' && NUMBERS.includes(input)) return 'number'
  if (type === 'text' && DATES.includes(input)) return 'year'
  return KINDS[type] ?? 'dropped'
}

/** Value of a choice, which may stand alone or in an object. */
export const choiceValue = (choice: unknown): string =>
  written(isJson(choice) ? own(choice, 'value') : choice)

class Planner {
  readonly symbols = new Map<string, FormSymbol>([
    ['item', { kind: 'value', expression: thisOption, rosters: [] }],
    ['choice', { kind: 'value', expression: thisOption, rosters: [] }],
    ['self', { kind: 'value', expression: ownAnswer, rosters: [] }],
  ])
  readonly taken = new Set<string>()
  private count = 0
  constructor(private readonly ledger: Ledger) {}

  private codes(json: Json): ReadonlyMap<string, string> {
    const values = [
      ...listOf(own(json, 'choices')),
      ...listOf(own(json, 'rateValues')),
      ...listOf(own(json, 'columns')),
    ]
    return new Map(values.map((choice) => [choiceValue(choice), codeFrom(choiceValue(choice))]))
  }

  private name(element: Element, rosters: readonly string[]): void {
    const { json, type, name, key } = element
    const kind = kindOf(type, json)
    const codes = { codes: this.codes(json) }
    this.symbols.set(name, {
      kind,
      expression: theAnswer(key),
      rosters,
      ...(kind === 'single' || kind === 'multi' ? codes : {}),
    })
    const prefix = rosters.length > 0 ? ['panel', 'row'] : []
    for (const word of prefix)
      this.symbols.set(`${word}.${name}`, this.symbols.get(name) ?? { kind, expression: aText(''), rosters })
    this.symbols.set(`${name}-Comment`, { kind: 'text', expression: theAnswer(key, 'inne'), rosters })
    if (type !== 'matrix') return
    for (const row of listOf(own(json, 'rows'))) {
      const value = choiceValue(row)
      this.symbols.set(`${name}.${value}`, {
        kind: 'single',
        expression: theAnswer(key, codeFrom(value)),
        rosters,
        ...codes,
      })
    }
  }

  element(json: Json, rosters: readonly string[], depth: number, page: number): Element {
    this.count += 1
    const type = written(own(json, 'type')) || written(own(json, 'cellType')) || 'text'
    const name = written(own(json, 'name'))
    const place = { sheet: `strona ${page}`, row: this.count }
    if (this.count > MOST_ELEMENTS || depth > 20) {
      this.ledger.broken(place, 'formularz ma zbyt wiele elementów albo jest zbyt głęboko zagnieżdżony.')
      return { json, type, name, key: 'q', place, inner: [] }
    }
    if (name === '') this.ledger.broken(place, `element typu „${type}” nie ma nazwy (pole „name”).`)
    else if (this.symbols.has(name) && type !== 'panel')
      this.ledger.broken(place, `nazwa „${name}” występuje dwa razy.`)
    const key = type === 'panel' ? name : claim(this.taken, keyFrom(name))
    const isRoster = type === 'paneldynamic' || type === 'matrixdynamic'
    const element: Element = { json, type, name, key, place, inner: [] }
    if (type !== 'panel') this.name(element, rosters)
    const parts = isRoster
      ? objectsOf(own(json, type === 'paneldynamic' ? 'templateElements' : 'columns'))
      : type === 'panel'
        ? objectsOf(own(json, 'elements'))
        : []
    const around = isRoster ? [...rosters, key] : rosters
    return { ...element, inner: parts.map((part) => this.element(part, around, depth + 1, page)) }
  }
}

/** Gives every element its key and every name its meaning. */
export function planSurvey(json: Json, ledger: Ledger): SurveyPlan {
  const planner = new Planner(ledger)
  const pages = Array.isArray(own(json, 'pages')) ? objectsOf(own(json, 'pages')) : [json]
  return {
    pages: pages.map((page, index) => ({
      json: page,
      place: { sheet: `strona ${index + 1}`, row: 1 },
      elements: [...objectsOf(own(page, 'elements')), ...objectsOf(own(page, 'questions'))].map((element) =>
        planner.element(element, [], 0, index + 1),
      ),
    })),
    symbols: planner.symbols,
    taken: planner.taken,
  }
}
