import { printExpression, SURVEY_WORDS, type Expression, type Option } from '../../questionnaire/index.ts'
import { binary, joinedBy, oneOfCodes, thisOption } from '../build.ts'
import { fold } from '../fold.ts'
import { isJson, listOf, own, withoutTags, written, type Json } from '../json.ts'
import type { Ledger } from '../ledger.ts'
import type { FormPlace } from '../model.ts'
import { claim, codeFrom } from '../names.ts'
import type { FormSymbol } from '../xpath/symbols.ts'
import { toCondition, toExpression } from '../xpath/to-expression.ts'
import { attempt } from '../xpath/untranslatable.ts'
import { parseSurveyJsExpression } from './expression.ts'
import { choiceValue, type Element } from './plan.ts'

export interface SurveyScope {
  readonly rosters: readonly string[]
  readonly conditions: readonly Expression[]
}
interface Texts {
  readonly base: string
  readonly others: Readonly<Record<string, string>>
}

/** Reads texts, conditions and choices of a survey, and tells the ledger what they cost. */
export class SurveyReader {
  constructor(
    private readonly symbols: ReadonlyMap<string, FormSymbol>,
    readonly taken: Set<string>,
    readonly ledger: Ledger,
  ) {}

  expression(
    place: FormPlace,
    text: unknown,
    rosters: readonly string[],
    options: { readonly wants?: 'value'; readonly item?: Expression } = {},
  ): Expression | null {
    if (typeof text !== 'string' || text.trim() === '') return null
    const scope = {
      symbol: (name: string): FormSymbol | undefined =>
        name === 'item' && options.item
          ? { kind: 'value', expression: options.item, rosters: [] }
          : this.symbols.get(name),
      rosters,
      note: (message: string) => this.ledger.approximated(place, `Wyrażenie przybliżone: ${message}.`),
    }
    const { result, why } = attempt(() => {
      const node = parseSurveyJsExpression(text)
      const read = fold(options.wants === 'value' ? toExpression(node, scope) : toCondition(node, scope))
      return printExpression(read).length <= 4000 ? read : null
    })
    if (result) return result
    this.ledger.dropped(place, `Pominięto „${text}”: ${why ?? 'w naszym zapisie jest za długie.'}`)
    return null
  }

  visibility(
    place: FormPlace,
    json: Json,
    { rosters, conditions }: SurveyScope,
  ): { readonly visibleIf?: string } {
    const when = this.expression({ ...place, column: 'visibleIf' }, own(json, 'visibleIf'), rosters)
    const whole = joinedBy('and', when === null ? conditions : [...conditions, when])
    return whole === null ? {} : { visibleIf: printExpression(whole) }
  }

  private piped(text: string): string {
    return withoutTags(text).replace(/\{([^{}]*)\}/g, (whole: string, inner: string) => {
      if (SURVEY_WORDS.includes(inner)) return whole
      const symbol = this.symbols.get(inner.trim())
      return symbol === undefined || symbol.kind === 'dropped'
        ? `(${inner})`
        : `{${printExpression(symbol.expression)}}`
    })
  }

  /** A text that may stand in several languages: `{ default, pl, en }`. */
  texts(value: unknown, longest = 2000): Texts {
    if (!isJson(value)) return { base: this.piped(written(value)).slice(0, longest), others: {} }
    const entries = Object.entries(value).map(
      ([code, text]) => [code, this.piped(written(text)).slice(0, longest)] as const,
    )
    const base = own(value, 'pl') ?? own(value, 'default') ?? entries[0]?.[1]
    const others = entries.filter(([code, text]) => /^[a-z]{2,3}$/.test(code) && code !== 'pl' && text !== '')
    return { base: this.piped(written(base)).slice(0, longest), others: Object.fromEntries(others) }
  }

  translations<Field extends string>(
    fields: Readonly<Record<Field, Texts>>,
  ): { readonly translations?: Readonly<Record<string, { readonly [Name in Field]?: string }>> } {
    const byLanguage: Record<string, Record<string, string>> = {}
    for (const [field, { others }] of Object.entries<Texts>(fields))
      for (const [code, text] of Object.entries(others)) (byLanguage[code] ??= {})[field] = text
    return Object.keys(byLanguage).length === 0
      ? {}
      : { translations: byLanguage as Record<string, { readonly [Name in Field]?: string }> }
  }

  private option(choice: unknown, taken: Set<string>, place: FormPlace): Option {
    const value = choiceValue(choice)
    const label = this.texts(isJson(choice) ? (own(choice, 'text') ?? value) : value, 300)
    const code = claim(taken, codeFrom(value), 40)
    if (code !== value) this.ledger.approximated(place, `Odpowiedź „${value}” ma u nas kod „${code}”.`)
    return { code, label: label.base === '' ? value || code : label.base, ...this.translations({ label }) }
  }

  /** Options of an element with their own conditions as a filter. */
  options(
    { json, place }: Element,
    field: string,
    rosters: readonly string[],
  ): { readonly options: readonly Option[]; readonly optionFilter?: string } {
    const taken = new Set<string>()
    const choices = listOf(own(json, field))
    const options = choices.map((choice) => this.option(choice, taken, { ...place, column: field }))
    if (own(json, 'showOtherItem') === true || own(json, 'hasOther') === true) {
      const label = this.texts(own(json, 'otherText') ?? 'inne, jakie?', 300)
      options.push({
        code: claim(taken, 'other', 40),
        label: label.base,
        allowsText: true,
        ...this.translations({ label }),
      })
    }
    if (own(json, 'showNoneItem') === true || own(json, 'hasNone') === true) {
      const label = this.texts(own(json, 'noneText') ?? 'żadne z powyższych', 300)
      options.push({
        code: claim(taken, 'none', 40),
        label: label.base,
        exclusive: true,
        ...this.translations({ label }),
      })
    }
    const parts = choices.flatMap((choice, at) => {
      const code = options[at]?.code ?? ''
      const when = isJson(choice)
        ? this.expression({ ...place, column: field }, own(choice, 'visibleIf'), rosters)
        : null
      return when === null ? [] : [{ code, when }]
    })
    const free = options.map(({ code }) => code).filter((code) => !parts.some((part) => part.code === code))
    const single = parts.map(({ code, when }) => binary('and', oneOfCodes(thisOption, [code]), when))
    const filters = [
      ...(parts.length === 0
        ? []
        : [joinedBy('or', [...(free.length > 0 ? [oneOfCodes(thisOption, free)] : []), ...single])]),
      this.expression({ ...place, column: 'choicesVisibleIf' }, own(json, 'choicesVisibleIf'), rosters),
    ].flatMap((filter) => filter ?? [])
    const filter = joinedBy('and', filters)
    return { options, ...(filter !== null && { optionFilter: printExpression(filter) }) }
  }
}
