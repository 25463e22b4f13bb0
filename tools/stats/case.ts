/** How the sample of a case was drawn; names are columns of its data file. */
export interface CaseDesign {
  readonly weight?: string | null
  readonly weightRule?: string | null
  readonly strata?: string | null
  readonly psu?: string | null
  readonly ssu?: string | null
  readonly fpc?: {
    readonly stage1?: string | number | null
    readonly stage2?: string | number | null
    readonly constant?: number | null
  } | null
  readonly singlePsu?: string | null
}

/** What a case asks for; which fields matter depends on its methods. */
export interface CaseTask {
  readonly method: string
  readonly level?: number
  readonly deff?: string | boolean
  readonly variables?: string | readonly string[]
  readonly totals?: string | readonly string[]
  readonly proportions?: string | readonly string[]
  readonly by?:
    | string
    | readonly string[]
    | {
        readonly variable?: string | readonly string[]
        readonly by: string | readonly string[]
      }
  /** A condition: only these people are described; the design stays whole. */
  readonly subset?: string
  readonly domain?: string
  readonly quantiles?: number | readonly number[]
  readonly qrule?: string
  readonly group?: string
  readonly groups?: readonly string[]
  readonly numerator?: string
  readonly denominator?: string
  readonly tables?: Readonly<Record<string, readonly (readonly number[])[]>>
  readonly cells?: string | readonly string[]
  readonly population?: Readonly<Record<string, number>>
  readonly margins?: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly knownTotals?: Readonly<Record<string, number>>
  readonly bounds?: readonly number[] | { readonly low?: number; readonly high?: number }
  readonly tol?: number
  readonly rows?: string
  readonly cols?: string
  readonly multi?: readonly string[]
  readonly nps?: string
  readonly gap?: readonly string[]
  readonly scale?: readonly number[]
  readonly items?: readonly string[]
  readonly p?: readonly number[]
  readonly pairs?: readonly (readonly number[])[]
  readonly difference?: readonly number[]
  readonly sampleSize?: {
    readonly N: number | readonly number[]
    readonly e: number
    readonly p?: number
    readonly level?: number
    readonly deff?: number
  }
}

/** A case as its JSON file holds it. */
export interface CaseFile {
  readonly id: string
  readonly data: string | null
  readonly design: CaseDesign | null
  readonly task: CaseTask
  readonly expected?: unknown
  readonly tolerance?: { readonly rel: number; readonly abs: number }
}

/** What the command prints: numbers under names, as in `expected`. */
export type Results = Readonly<Record<string, unknown>>

/** One name or several, as a list. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]
}

/** What is described by groups: the variable, and the columns whose levels (or their combinations) are the groups. */
export function groupingOf({ by, variables }: CaseTask): {
  readonly variable: string | undefined
  readonly columns: readonly string[]
} | null {
  if (by === undefined || by === null) return null
  const isNamed = typeof by === 'object' && 'by' in by
  const variable = isNamed ? (by.variable ?? variables) : variables
  return { variable: listOf<string>(variable)[0], columns: listOf<string>(isNamed ? by.by : by) }
}

/** `need_psych` → `Psych`: the last word with a capital. */
export function lastWord(name: string): string {
  const word = name.split('_').at(-1)!
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** `gmina` → `Gmina`. */
export const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
