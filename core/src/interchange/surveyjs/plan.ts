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
  readonly taken: Set<string>
  /** What a name means within these rosters: a name may stand once in each. */
  symbol(name: string, rosters: readonly string[]): FormSymbol | undefined
}

const scoped = (name: string, rosters: readonly string[]): string => [...rosters, name].join('\n')

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

/** Value and text of a choice, which may stand alone, as `value|text`, or in an object. */
export function choiceParts(choice: unknown): { readonly value: string; readonly text: unknown } {
  if (isJson(choice)) {
    const value = written(own(choice, 'value'))
    return { value, text: own(choice, 'text') ?? value }
  }
  const whole = written(choice)
  const at = whole.indexOf('|')
  return at > 0 ? { value: whole.slice(0, at), text: whole.slice(at + 1) } : { value: whole, text: whole }
}
export const choiceValue = (choice: unknown): string => choiceParts(choice).value

/** Values of yes and no of a boolean. */
export const booleanValues = (json: Json): readonly [string, string] => [
  written(own(json, 'valueTrue')) || 'true',
  written(own(json, 'valueFalse')) || 'false',
]

/** Columns of a table with what they take over from it. */
export function columnsOf(json: Json): readonly Json[] {
  const [cellType, choices] = [written(own(json, 'cellType')) || 'dropdown', listOf(own(json, 'choices'))]
  return objectsOf(own(json, 'columns')).map((column) => {
    const ownType = written(own(column, 'cellType'))
    const type = ownType === '' || ownType === 'default' ? cellType : ownType
    const hasOwn = listOf(own(column, 'choices')).length > 0
    return { ...column, cellType: type, ...(!hasOwn && choices.length > 0 && { choices }) }
  })
}

class Planner {
  readonly symbols = new Map<string, FormSymbol>([
    ['item', { kind: 'value', expression: thisOption, rosters: [] }],
    ['choice', { kind: 'value', expression: thisOption, rosters: [] }],
    ['self', { kind: 'value', expression: ownAnswer, rosters: [] }],
  ])
  readonly taken = new Set<string>()
  private readonly names = new Map<string, FormSymbol>()
  private readonly inRosters = new Set<string>()
  private count = 0
  constructor(private readonly ledger: Ledger) {}

  has(name: string, rosters: readonly string[]): boolean {
    return (
      this.names.has(scoped(name, rosters)) ||
      (rosters.length === 0 && this.symbols.has(name) && !this.inRosters.has(name))
    )
  }

  /** The nearest of this name, from within to without; else the first anywhere. */
  symbol(name: string, rosters: readonly string[]): FormSymbol | undefined {
    for (let depth = rosters.length; depth >= 0; depth -= 1) {
      const found = this.names.get(scoped(name, rosters.slice(0, depth)))
      if (found) return found
    }
    return this.symbols.get(name)
  }

  private set(name: string, symbol: FormSymbol): void {
    this.names.set(scoped(name, symbol.rosters), symbol)
    if (symbol.rosters.length > 0) this.inRosters.add(name)
    if (!this.symbols.has(name)) this.symbols.set(name, symbol)
  }

  private codes(json: Json, type: string): ReadonlyMap<string, string> {
    if (type === 'boolean') return new Map(booleanValues(json).map((value) => [value, codeFrom(value)]))
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
    const codes = { codes: this.codes(json, type) }
    this.set(name, {
      kind,
      expression: theAnswer(key),
      rosters,
      ...(kind === 'single' || kind === 'multi' ? codes : {}),
    })
    const prefix = rosters.length > 0 ? ['panel', 'row'] : []
    for (const word of prefix)
      this.set(`${word}.${name}`, this.symbol(name, rosters) ?? { kind, expression: aText(''), rosters })
    this.set(`${name}-Comment`, { kind: 'text', expression: theAnswer(key, 'inne'), rosters })
    if (type === 'matrixdropdown') return this.cells(element, rosters)
    if (type !== 'matrix') return
    for (const row of listOf(own(json, 'rows'))) {
      const value = choiceValue(row)
      this.set(`${name}.${value}`, {
        kind: 'single',
        expression: theAnswer(key, codeFrom(value)),
        rosters,
        ...codes,
      })
    }
  }

  /** A cell of a table of columns is named `{table.row.column}`; every column is a table or questions of its own. */
  private cells({ json, name, key }: Element, rosters: readonly string[]): void {
    for (const column of columnsOf(json)) {
      const columnName = written(own(column, 'name'))
      const kind = kindOf(written(own(column, 'cellType')), column)
      const codes = { codes: this.codes(column, '') }
      for (const row of listOf(own(json, 'rows'))) {
        const value = choiceValue(row)
        const isChoice = kind === 'single' || kind === 'multi'
        const expression = isChoice
          ? theAnswer(keyFrom(`${key}_${columnName}`), codeFrom(value))
          : theAnswer(keyFrom(`${key}_${value}_${columnName}`))
        this.set(`${name}.${value}.${columnName}`, {
          kind,
          expression,
          rosters,
          ...(isChoice && codes),
        })
      }
    }
  }

  /** Fields of a question of many; each is a question here. */
  private fields(
    json: Json,
    name: string,
    rosters: readonly string[],
    depth: number,
    page: number,
  ): readonly Element[] {
    return objectsOf(own(json, 'items')).map((item) => {
      const field = written(own(item, 'name'))
      const inherited = { isRequired: own(json, 'isRequired'), visibleIf: own(json, 'visibleIf') }
      const set = Object.fromEntries(Object.entries(inherited).filter(([, value]) => value !== undefined))
      const whole = { ...set, title: field, ...item, type: 'text', name: `${name}.${field}` }
      return this.element(whole, rosters, depth + 1, page)
    })
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
    else if (this.has(name, rosters) && type !== 'panel')
      this.ledger.broken(place, `nazwa „${name}” występuje dwa razy.`)
    const key = type === 'panel' ? name : claim(this.taken, keyFrom(name))
    const isRoster = type === 'paneldynamic' || type === 'matrixdynamic'
    const element: Element = { json, type, name, key, place, inner: [] }
    if (type !== 'panel') this.name(element, rosters)
    if (type === 'multipletext') return { ...element, inner: this.fields(json, name, rosters, depth, page) }
    const parts = isRoster
      ? type === 'paneldynamic'
        ? objectsOf(own(json, 'templateElements'))
        : columnsOf(json)
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
    symbol: (name, rosters) => planner.symbol(name, rosters),
    taken: planner.taken,
  }
}
