import type { CalibrationBasis, WeightBounds, WeightDiagnostics } from '../statistics/design/index.ts'
import { MONTHS_OF } from '../text.ts'

/** Raking reproduces several margins at once within bounds; post-stratification one division into cells. */
export type WeightingMethod = 'RAKING' | 'POST_STRATIFICATION'

/** Where the numbers of one margin come from. */
export interface WeightSource {
  /** What the population was divided by: „płeć i wiek”. */
  readonly margin: string
  /** Who publishes the numbers: „GUS, Bank Danych Lokalnych”. */
  readonly source: string
  /** The name of the table at the source; `null` where it has none. */
  readonly table: string | null
  /** The day that the numbers describe, `2025-12-31`. */
  readonly day: string
}

/**
 * A weight version applied to the responses of columns as they are now. The version itself is a recipe; it is applied
 * anew whenever responses come or change, so that the sum is always the population.
 */
export interface AppliedWeights {
  /** Of the weight version, from 1 within the survey. */
  readonly number: number
  readonly name: string
  /** People of the population that each response stands for, in the order of the columns; all above 0. */
  readonly weights: Float64Array
  /** For standard errors (`withWeights`), with equal initial weights; `null`: weights taken as fixed. */
  readonly basis: CalibrationBasis | null
  /** Length of `weights`: responses in the columns. */
  readonly responseCount: number
  /** People in the population: the sum of `weights`. */
  readonly populationSize: number
  readonly method: WeightingMethod
  /** As multiples of the mean weight; `null` for post-stratification. */
  readonly bounds: WeightBounds | null
  readonly sources: readonly WeightSource[]
  /** Local day on which the version was made. */
  readonly createdOn: string
  readonly diagnostics: WeightDiagnostics
  /** Polish sentences that a reader of weighted numbers should know; none where there is nothing to say. */
  readonly notes: readonly string[]
}

const decimal = (value: number) => String(Math.round(value * 100) / 100).replace('.', ',')

const METHOD_WORDS: Readonly<Record<WeightingMethod, string>> = {
  RAKING: 'ważenie do rozkładów brzegowych',
  POST_STRATIFICATION: 'ważenie w komórkach (poststratyfikacja)',
}

/** „31 grudnia 2025 r.” */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS_OF[(month ?? 1) - 1]} ${year} r.`
}

function sourceWords({ margin, source, table, day }: WeightSource): string {
  const where = table === null ? source : `${source}, tabela ${table}`
  return `${margin}: ${where}, stan na ${dayInWords(day)}`
}

/**
 * What the footer of a weighted table says of its weights, as sentences: name and day of the version, method with
 * bounds, sources of the margins, the design effect with what is left of the sample.
 */
export function weightsFooter(weights: AppliedWeights): readonly string[] {
  const { number, name, createdOn, method, bounds, sources, diagnostics } = weights
  const limits = bounds ? `, w granicach od ${decimal(bounds.low)} do ${decimal(bounds.high)}` : ''
  const { designEffect, effectiveN, n } = diagnostics
  return [
    `Wyniki ważone: „${name}” (wagi nr ${number} z ${dayInWords(createdOn)}), ${METHOD_WORDS[method]}${limits}.`,
    `Dane o ludności: ${sources.map(sourceWords).join('; ')}`,
    `Efekt ważenia (deff) ${decimal(designEffect)}: ${n} ważonych odpowiedzi mówi tyle, co ${Math.round(effectiveN)} nieważonych.`,
  ]
}
