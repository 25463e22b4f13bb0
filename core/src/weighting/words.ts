import type { WeightBounds } from '../statistics/design/index.ts'
import { pluralForm } from '../text.ts'
import type { WeightCost } from './cost.ts'

/** „12 345”, with a space that no line breaks at; fractions are rounded. */
export function countWords(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
}

/** „0,3” */
export function decimalWords(value: number): string {
  return String(Math.round(value * 100) / 100).replace('.', ',')
}

/** „wagach od 0,3 do 3” */
export function boundsWords({ low, high }: WeightBounds, noun = 'wagach'): string {
  return `${noun} od ${decimalWords(low)} do ${decimalWords(high)}`
}

/** Whole percent; „mniej niż 1” where some would be rounded to none. */
export function percentWords(value: number): string {
  return value > 0 && value < 0.5 ? 'mniej niż 1%' : `${Math.round(value)}%`
}

/** „412 odpowiedzi”, „1 odpowiedź” */
export function answersWords(count: number): string {
  return `${countWords(count)} ${pluralForm(count, 'odpowiedź', 'odpowiedzi', 'odpowiedzi')}`
}

/** „1 osoba”, „3 osoby”, „12 osób” */
export function peopleWords(count: number): string {
  return `${countWords(count)} ${pluralForm(Math.round(count), 'osoba', 'osoby', 'osób')}`
}

const VERDICTS = {
  sound: 'Wagi są łagodne: można z nich spokojnie korzystać.',
  marked: 'Wagi są dość zróżnicowane: przedziały wyników będą wyraźnie szersze.',
  warned:
    'Wagi są bardzo zróżnicowane. Warto połączyć małe grupy albo zrezygnować z jednej cechy; wyniki proszę podawać ostrożnie.',
  illustrative:
    'Wagi są tak zróżnicowane, że wyniki ważone są tylko orientacyjne. Obok nich trzeba pokazać wyniki nieważone.',
} as const

/** What weights cost, for people who know no statistics: how much of the sample is left, and what it means. */
export function costSentences(cost: WeightCost, responseCount: number): readonly string[] {
  const { effectiveCount, efficiencyPercent, verdict, smallestRatio, largestRatio } = cost
  return [
    `Z ${countWords(responseCount)} odpowiedzi zostaje tyle precyzji, co z ${countWords(effectiveCount)} (${percentWords(efficiencyPercent)}).`,
    `Najmniejsza waga to ${decimalWords(smallestRatio)}, największa ${decimalWords(largestRatio)} przeciętnej.`,
    VERDICTS[verdict],
  ]
}
