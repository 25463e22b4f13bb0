import { printExpression, SURVEY_WORDS, type Expression, type Option } from '../../questionnaire/index.ts'
import { binary, joinedBy, oneOfCodes, thisOption } from '../build.ts'
import { fold } from '../fold.ts'
import { isJson, listOf, own, withoutTags, written, type Json } from '../json.ts'
import type { Ledger } from '../ledger.ts'
import type { FormPlace } from '../model.ts'
import { RuleBudget, shortened, TOO_MANY_RULES } from '../rule-budget.ts'
import { claim, codeFrom } from '../names.ts'
import type { FormSymbol } from '../xpath/symbols.ts'
import { toCondition, toExpression } from '../xpath/to-expression.ts'
import { attempt } from '../xpath/untranslatable.ts'
import { parseSurveyJsExpression } from './expression.ts'
import { choiceParts, type Element, type SurveyPlan } from './plan.ts'

export interface SurveyScope {
  readonly rosters: readonly string[]
  readonly conditions: readonly Expression[]
}
interface Texts {
  readonly base: string
  readonly others: Readonly<Record<string, string>>
}

interface TextLimits {
  readonly longest?: number
  /** Are answers piped into it? */
  readonly takesAnswers?: boolean
}
/** Short texts into which no answers are piped: of options, rows and ends of scales. */
export const LABEL: TextLimits = { longest: 300, takesAnswers: false }
const LONGEST_HTML = 20_000
const CHOICE_READ = ['value', 'text', 'visibleIf']
/** Choices that a switch adds, and what they are here. */
const ADDED = [
  [['showOtherItem', 'hasOther'], 'otherText', 'inne, jakie?', { code: 'other', allowsText: true }],
  [['showNoneItem', 'hasNone'], 'noneText', 'żadne z powyższych', { code: 'none', exclusive: true }],
  [['showRefuseItem'], 'refuseText', 'wolę nie odpowiadać', { code: '-99' }],
  [['showDontKnowItem'], 'dontKnowText', 'nie wiem', { code: '-98' }],
] as const

/** Reads texts, conditions and choices of a survey, and tells the ledger what they cost. */
export class SurveyReader {
  /** Does some text come without a Polish wording, though in languages? */
  isForeign = false
  /** Places of pages, by the keys of their sections. */
  readonly pagePlaces = new Map<string, FormPlace>()
  readonly taken: Set<string>
  private readonly budget = new RuleBudget()
  constructor(
    private readonly plan: SurveyPlan,
    readonly ledger: Ledger,
  ) {
    this.taken = plan.taken
  }

  expression(
    place: FormPlace,
    text: unknown,
    rosters: readonly string[],
    options: { readonly wants?: 'value'; readonly item?: Expression } = {},
  ): Expression | null {
    if (typeof text !== 'string' || text.trim() === '') return null
    if (!this.budget.affords(text)) {
      this.ledger.dropped(place, `Pominięto „${shortened(text)}”: ${TOO_MANY_RULES}`)
      return null
    }
    const scope = {
      symbol: (name: string): FormSymbol | undefined =>
        name === 'item' && options.item
          ? { kind: 'value', expression: options.item, rosters: [] }
          : this.plan.symbol(name, rosters),
      rosters,
      told: (name: string) => `{${name}}`,
      note: (message: string) => this.ledger.approximated(place, `Wyrażenie przybliżone: ${message}.`),
    }
    const { result, why } = attempt(() => {
      const node = parseSurveyJsExpression(text)
      const read = fold(options.wants === 'value' ? toExpression(node, scope) : toCondition(node, scope))
      return printExpression(read).length <= 4000 ? read : null
    })
    if (result) return result
    this.ledger.dropped(place, `Pominięto „${shortened(text)}”: ${why ?? 'w naszym zapisie jest za długie.'}`)
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

  private piped(text: string, place: FormPlace, takesAnswers: boolean): string {
    return withoutTags(text.slice(0, LONGEST_HTML)).replace(
      /\{([^{}]*)\}/g,
      (whole: string, inner: string) => {
        if (SURVEY_WORDS.includes(inner)) return whole
        const symbol = takesAnswers ? this.plan.symbol(inner.trim(), []) : undefined
        if (symbol !== undefined && symbol.kind !== 'dropped')
          return `{${printExpression(symbol.expression)}}`
        const why = takesAnswers ? ': nie wskazuje pytania, które wczytano' : ''
        this.ledger.approximated(place, `W treści zamiast „${whole}” stoi „…”${why}.`)
        return '…'
      },
    )
  }

  /** A text that may stand in several languages: `{ default, pl, en }`. */
  texts(value: unknown, place: FormPlace, { longest = 2000, takesAnswers = true }: TextLimits = {}): Texts {
    const fit = (one: unknown) => {
      const text = this.piped(written(one), place, takesAnswers)
      if (text.length <= longest && written(one).length <= LONGEST_HTML) return text
      this.ledger.approximated(place, `Treść skrócono do ${longest} znaków.`)
      return text.slice(0, longest)
    }
    if (!isJson(value)) return { base: fit(value), others: {} }
    if (!Object.hasOwn(value, 'pl')) this.isForeign = true
    const entries = Object.entries(value).map(([code, text]) => [code, fit(text)] as const)
    const base = own(value, 'pl') ?? own(value, 'default') ?? Object.values(value)[0]
    const others = entries.filter(([code, text]) => /^[a-z]{2,3}$/.test(code) && code !== 'pl' && text !== '')
    return { base: fit(base), others: Object.fromEntries(others) }
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
    const { value, text } = choiceParts(choice)
    const label = this.texts(text, place, LABEL)
    for (const field of isJson(choice) ? Object.keys(choice) : [])
      if (!CHOICE_READ.includes(field))
        this.ledger.dropped(place, `Właściwość „${field}” odpowiedzi „${value}” nie ma u nas odpowiednika.`)
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
    for (const [switches, textField, otherwise, kind] of ADDED) {
      if (!switches.some((name) => own(json, name) === true)) continue
      const label = this.texts(own(json, textField) ?? otherwise, { ...place, column: textField }, LABEL)
      const code = claim(taken, kind.code, 40)
      options.push({ ...kind, code, label: label.base, ...this.translations({ label }) })
    }
    if (options.length === 0)
      this.ledger.approximated(
        { ...place, column: field },
        'Pytanie nie ma odpowiedzi do wyboru; prosimy dopisać je w edytorze.',
      )
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
