import { shareInterval, shareReliability } from '../analysis/index.ts'
import type { DisplayedShare, Protected } from '../disclosure/index.ts'
import type { SampleType } from '../survey/index.ts'
import { formatNumber, formatShare } from './format-number.ts'
import type { Cell } from './model.ts'

/** How sure a shown share is. */
export interface Certainty {
  /** Whole percent, of the 95 % interval. */
  readonly low: number
  readonly high: number
  /** D: too few answers to rely on it. */
  readonly reliability: 'A' | 'B' | 'C' | 'D'
}

/**
 * The interval of a share and how far it can be trusted, from nothing but what is shown of it: whole percent of people
 * to the nearest 5. It tells a reader no more than he could compute himself.
 *
 * @returns `null` for bounds („<5%”) and where the people are too few to be told
 */
export function certaintyOf(
  { percent, limit }: DisplayedShare,
  base: Protected<number> | null,
): Certainty | null {
  if (limit !== null || base === null || base <= 0) return null
  const share = percent / 100
  const interval = shareInterval({ share, base })
  if (interval === null) return null
  const standardError = Math.sqrt((share * (1 - share)) / base)
  const reliability = shareReliability({ share, standardError, ...interval, n: base, effective: base })
  return { low: Math.round(100 * interval.low), high: Math.round(100 * interval.high), reliability }
}

const range = ({ low, high }: Certainty) => `${formatNumber(low)}–${formatNumber(high)}%`

const TOO_FEW = 'za mało odpowiedzi'

/** „37–47% (A)” beside a share in a table. */
export function certaintyCell(share: DisplayedShare | null, base: Protected<number> | null): Cell {
  if (share === null || base === null) return { kind: 'suppressed' }
  const certainty = certaintyOf(share, base)
  if (certainty === null) return { kind: 'text', text: '' }
  const text = certainty.reliability === 'D' ? TOO_FEW : `${range(certainty)} (${certainty.reliability})`
  return { kind: 'text', text }
}

/** „ok. 42% (37–47%)” in a sentence. */
export function shareWithRange(share: DisplayedShare, base: Protected<number> | null): string {
  const certainty = certaintyOf(share, base)
  const isRounded = share.limit === null && share.percent > 0 && share.percent < 100
  const number = `${isRounded ? 'ok. ' : ''}${formatShare(share)}`
  return certainty === null ? number : `${number} (${range(certainty)})`
}

/** The heading of a column of intervals: only a random sample has confidence intervals. */
export const intervalHeading = (sampleType: SampleType): string =>
  sampleType === 'RANDOM' ? 'Przedział ufności 95%' : 'Przedział orientacyjny'

const INTERVALS: Readonly<Record<SampleType, string>> = {
  RANDOM: 'Przedział ufności 95%: z takim marginesem trafia 95 na 100 podobnych prób.',
  QUOTA:
    'Przedział orientacyjny (model): zakłada, że w ramach płci, wieku i miejsca osoby odpowiadające nie różnią się od pozostałych.',
  OPEN_LINK:
    'Przedział orientacyjny (model): dotyczy osób podobnych do tych, które wypełniły ankietę. To nie jest błąd maksymalny.',
}

/** What stands under a table with intervals. */
export function intervalNotes(sampleType: SampleType, cells: readonly Cell[]): readonly string[] {
  const texts = cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))
  const isGraded = texts.some((text) => /\([ABC]\)$/.test(text))
  return [
    INTERVALS[sampleType],
    ...(isGraded
      ? ['Ocena wyniku: A – dokładny, B – dość dokładny, C – mniej pewny, czytać ostrożnie.']
      : []),
    ...(texts.includes(TOO_FEW) ? [`„${TOO_FEW}” – wynik zbyt niepewny, żeby na nim polegać.`] : []),
  ]
}
