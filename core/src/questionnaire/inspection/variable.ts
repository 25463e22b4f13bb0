import type { CompiledQuestion } from '../compile.ts'
import { MOST_ITEMS } from '../level-state.ts'
import { DONT_KNOW, NOT_APPLICABLE, REFUSED, type Option } from '../model.ts'
import { isExclusive } from '../options.ts'
import {
  ABSENT,
  ANY_TEXT,
  mayBePresent,
  numbersOf,
  orAbsent,
  textsOf,
  TRUE,
  type Abstract,
  type Scalar,
} from './abstract-value.ts'
import { cut, type Interval } from './interval.ts'

/** A choice of several codes of which some are certain (`chosen`), some ruled out, the others `open`. */
export interface Choices {
  readonly kind: 'choices'
  readonly mayBeAbsent: boolean
  readonly chosen: readonly string[]
  readonly open: readonly string[]
  readonly exclusive: ReadonlySet<string>
  readonly least: number
  readonly most: number
}

/** All that one answer, or one row of one, may be. */
export type Variable = Scalar | Choices | { readonly kind: 'group'; readonly count: Interval }

const SPECIAL = [NOT_APPLICABLE, DONT_KNOW, REFUSED] as const
const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2100

function choices(options: readonly Option[], least: number, most: number): Choices {
  return {
    kind: 'choices',
    mayBeAbsent: true,
    chosen: [],
    open: options.map(({ code }) => code),
    exclusive: new Set(options.filter(isExclusive).map(({ code }) => code)),
    least,
    most: Math.max(1, Math.min(most, options.length)),
  }
}

function withSpecial(least: number, most: number, isWhole: boolean): Scalar {
  const [low, high] = isWhole ? [Math.ceil(least), Math.floor(most)] : [least, most]
  if (low > high) return { ...textsOf(SPECIAL), mayBeAbsent: true }
  return { ...textsOf(SPECIAL), numbers: { low, high, isWhole }, mayBeAbsent: true }
}

/**
 * Everything that can be answered: what the check of answers lets through, required or not. `null` for tables with
 * several choices as a whole and for what is no answer.
 */
export function domainOf({ question, options, optionFilter }: CompiledQuestion): Variable | null {
  const codes = () => orAbsent(textsOf(options.map(({ code }) => code)))
  switch (question.type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
    case 'MATRIX_SINGLE':
      return codes()
    case 'MULTI': {
      const { minChoices = 0, maxChoices = Infinity } = question
      return choices(
        options,
        optionFilter === undefined ? Math.min(minChoices, options.length) : 0,
        maxChoices,
      )
    }
    case 'MATRIX_MULTI':
      return choices(options, 0, Infinity)
    case 'RANK':
      return choices(options, 0, question.top)
    case 'NUMBER':
      return withSpecial(question.min ?? -Infinity, question.max ?? Infinity, (question.decimals ?? 0) === 0)
    case 'DATE_YEAR':
      return withSpecial(question.min ?? EARLIEST_YEAR, question.max ?? LATEST_YEAR, true)
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
    case 'LOCALITY':
      return orAbsent(ANY_TEXT)
    case 'CONSENT':
      return orAbsent(TRUE)
    case 'ROSTER':
      return { kind: 'group', count: { low: 0, high: question.maxItems ?? MOST_ITEMS, isWhole: true } }
    case 'INFO':
    case 'CALCULATED':
      return null
  }
}

/** Draws what follows: an exclusive code stands alone, no more than `most` are chosen. `null` when nothing is left. */
export function settled(variable: Variable): Variable | null {
  if (variable.kind === 'scalar') return mayBePresent(variable) || variable.mayBeAbsent ? variable : null
  if (variable.kind === 'group') return variable
  const { chosen, exclusive, mayBeAbsent, most } = variable
  const lone = chosen.some((code) => exclusive.has(code))
  if (lone && chosen.length > 1) return null
  if (chosen.length > most) return null
  const open =
    lone || chosen.length === most
      ? []
      : chosen.length > 0
        ? variable.open.filter((code) => !exclusive.has(code))
        : variable.open
  const reach = chosen.length + open.filter((code) => !exclusive.has(code)).length
  const isShort = !lone && reach < variable.least
  if (isShort && chosen.length > 0) return null
  const left = isShort ? open.filter((code) => exclusive.has(code)) : open
  if (chosen.length === 0 && left.length === 0) return mayBeAbsent ? { ...variable, open: [] } : null
  return { ...variable, open: left, mayBeAbsent: mayBeAbsent && chosen.length === 0 }
}

/** The variable without an answer, or with one; `null` when it cannot be so. */
export function without(variable: Variable): Variable | null {
  if (variable.kind === 'group')
    return variable.count.low > 0 ? null : { ...variable, count: { low: 0, high: 0, isWhole: true } }
  if (!variable.mayBeAbsent) return null
  return variable.kind === 'scalar' ? ABSENT : { ...variable, chosen: [], open: [] }
}

export function present(variable: Variable): Variable | null {
  if (variable.kind !== 'group') return settled({ ...variable, mayBeAbsent: false })
  const low = Math.max(1, variable.count.low)
  return low > variable.count.high ? null : { ...variable, count: { ...variable.count, low } }
}

/** The variable as an abstract value. */
export function valueOfVariable(variable: Variable): Abstract {
  if (variable.kind === 'scalar') return variable
  if (variable.kind === 'group') return variable
  const { chosen, open, mayBeAbsent, exclusive, least, most } = variable
  const item = (isCertain: boolean) => (code: string) => ({ value: textsOf([code]), isCertain })
  const isLone = chosen.length === 0 && open.length === 1
  const mayBeLone = [...chosen, ...open].some((code) => exclusive.has(code))
  return {
    kind: 'several',
    mayBeAbsent,
    items: [...chosen.map(item(true)), ...open.map(item(isLone && !mayBeAbsent))],
    least: Math.max(1, chosen.length, mayBeLone ? 1 : least),
    most: Math.min(most, chosen.length + open.length),
  }
}

const known = (parts: readonly (Variable | null)[]): readonly Variable[] =>
  parts.flatMap((part) => (part === null ? [] : (settled(part) ?? [])))

function halves<Item>(items: readonly Item[]): readonly [readonly Item[], readonly Item[]] {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}

function splitPresent(scalar: Scalar, cuts: readonly number[]): readonly Variable[] {
  const texts = scalar.texts === null ? null : [...scalar.texts]
  if (scalar.numbers !== null && (texts === null || texts.length > 0))
    return [numbersOf(scalar.numbers), { ...scalar, numbers: null }]
  if (scalar.numbers !== null) return cut(scalar.numbers, cuts).map((numbers) => numbersOf(numbers))
  if (texts === null || texts.length < 2) return [scalar]
  return halves(texts).map((half) => textsOf(half))
}

/** The variable in parts that together are the whole; one part when it cannot be split usefully. */
export function split(variable: Variable, cuts: readonly number[]): readonly Variable[] {
  const [none, some] = [without(variable), present(variable)]
  if (none !== null && some !== null) return [none, some]
  if (variable.kind === 'group') return cut(variable.count, cuts).map((count) => ({ kind: 'group', count }))
  if (variable.kind === 'scalar') return mayBePresent(variable) ? splitPresent(variable, cuts) : [variable]
  const [code, ...rest] = variable.open
  if (code === undefined || (rest.length === 0 && variable.chosen.length === 0)) return [variable]
  return known([
    { ...variable, chosen: [...variable.chosen, code], open: rest },
    { ...variable, open: rest },
  ])
}

/** The variable without a code; `null` when nothing is left. */
export function excluding(variable: Variable, code: string): Variable | null {
  if (variable.kind === 'group') return variable
  if (variable.kind === 'choices') {
    if (variable.chosen.includes(code)) return null
    return settled({ ...variable, open: variable.open.filter((one) => one !== code) })
  }
  if (variable.texts === null) return variable
  return settled({ ...variable, texts: new Set([...variable.texts].filter((one) => one !== code)) })
}

/** The variable of which this code is chosen; `null` when it cannot be. */
export function choosing(variable: Variable, code: string): Variable | null {
  if (variable.kind === 'choices')
    return variable.open.includes(code) || variable.chosen.includes(code)
      ? settled({
          ...variable,
          mayBeAbsent: false,
          chosen: [...new Set([...variable.chosen, code])],
          open: variable.open.filter((one) => one !== code),
        })
      : null
  return variable.kind === 'scalar' && variable.texts?.has(code) === true ? textsOf([code]) : null
}
