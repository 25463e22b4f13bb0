import type { QualityFacts, StraightMatrix } from './quality-facts.ts'

/**
 * Why a response deserves a look. A flag excludes nothing by itself.
 * - TOO_FAST, TRAP: signals of the submission (`Signal` of the room `response`).
 * - STRAIGHT_LINES: matrices of 5 rows and more answered alike in all rows, 8 rows together and more. Long-string index
 *   of 1: the longest run of equal answers over the rows answered (Johnson 2005; Curran 2016, §3.2). An answer to a
 *   matrix that many give alike (`COMMON_SHARE`) is plausible there, as „nie potrzebuję” for every service is.
 * - DONT_KNOW: „nie wiem” and refusals are more than half of 10 and more answers; counted apart from straight lines.
 * - MISSING: more than half of what was asked was left out (handbook of the survey method, quality of responses).
 * - CONTRADICTION: a broken constraint, or a failed check between questions (`CONSISTENCY_CHECKS`).
 * - TWIN: another response has exactly the same content, 12 answered fields and more.
 */
export const FLAG_KINDS = [
  'TOO_FAST',
  'TRAP',
  'STRAIGHT_LINES',
  'DONT_KNOW',
  'MISSING',
  'CONTRADICTION',
  'TWIN',
] as const
export type FlagKind = (typeof FLAG_KINDS)[number]

export interface Flag {
  readonly kind: FlagKind
  /** A Polish sentence for the organiser. */
  readonly message: string
  /** The questions it is about; none when it is about the whole. */
  readonly questionKeys: readonly string[]
}

/** An answer given to every row of a matrix by at least this share of people (and 5 of them) is plausible there. */
export const COMMON_SHARE = 0.1
const FEWEST_COMMON = 5
const FEWEST_STRAIGHT_ROWS = 8
const MOST_MISSING = 0.5
const FEWEST_UNSURE_BASE = 10

interface Counts {
  /** How many answered a battery at all, and how many alike with one code. */
  readonly batteries: ReadonlyMap<string, number>
  readonly patterns: ReadonlyMap<string, number>
  readonly contents: ReadonlyMap<string, number>
}

const patternName = ({ questionKey, code }: Pick<StraightMatrix, 'questionKey' | 'code'>) =>
  `${questionKey}=${code}`

function countAll(all: readonly QualityFacts[]): Counts {
  const counted = (names: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    return counts
  }
  return {
    batteries: counted(all.flatMap(({ batteries }) => batteries)),
    patterns: counted(all.flatMap(({ straight }) => straight.map(patternName))),
    contents: counted(all.flatMap(({ content }) => content ?? [])),
  }
}

function isCommon(matrix: StraightMatrix, { batteries, patterns }: Counts): boolean {
  const alike = patterns.get(patternName(matrix)) ?? 0
  return alike >= FEWEST_COMMON && alike >= COMMON_SHARE * (batteries.get(matrix.questionKey) ?? 0)
}

function straightLines({ straight }: QualityFacts, counts: Counts): readonly Flag[] {
  const odd = straight.filter((matrix) => !isCommon(matrix, counts))
  const rowCount = odd.reduce((sum, matrix) => sum + matrix.rowCount, 0)
  if (rowCount < FEWEST_STRAIGHT_ROWS) return []
  const message =
    odd.length === 1
      ? `W tabeli zaznaczono wszędzie tę samą odpowiedź (wiersze: ${rowCount}).`
      : `W tabelach zaznaczono wszędzie tę samą odpowiedź (tabele: ${odd.length}, wiersze: ${rowCount}).`
  return [{ kind: 'STRAIGHT_LINES', message, questionKeys: odd.map(({ questionKey }) => questionKey) }]
}

const SIGNAL_MESSAGES = {
  TOO_FAST: 'Ankietę wypełniono szybciej, niż da się przeczytać pytania.',
  TRAP: 'Wypełniono pole, którego człowiek na stronie nie widzi; mógł to zrobić program.',
} as const

const percent = (share: number): string => `${Math.round(100 * share)}%`

function ownFlags(facts: QualityFacts): readonly Flag[] {
  const { signals, askedCount, missingCount, answeredFieldCount, dontKnowFieldCount, contradictions } = facts
  const flags: Flag[] = (['TOO_FAST', 'TRAP'] as const)
    .filter((kind) => signals.includes(kind))
    .map((kind) => ({ kind, message: SIGNAL_MESSAGES[kind], questionKeys: [] }))
  if (answeredFieldCount >= FEWEST_UNSURE_BASE && dontKnowFieldCount > answeredFieldCount / 2) {
    const message = `Ponad połowa odpowiedzi to „nie wiem” lub odmowa (${dontKnowFieldCount} z ${answeredFieldCount}).`
    flags.push({ kind: 'DONT_KNOW', message, questionKeys: [] })
  }
  if (askedCount > 0 && missingCount > MOST_MISSING * askedCount) {
    const message = `Bez odpowiedzi zostało ${percent(missingCount / askedCount)} zadanych pytań.`
    flags.push({ kind: 'MISSING', message, questionKeys: [] })
  }
  const contradiction = contradictions.map((one): Flag => ({ kind: 'CONTRADICTION', ...one }))
  return [...flags, ...contradiction]
}

/** Flags of every response of a survey, in the order of the facts. What is common in this survey is not flagged. */
export function flagResponses(all: readonly QualityFacts[]): readonly (readonly Flag[])[] {
  const counts = countAll(all)
  return all.map((facts) => {
    const twins = facts.content === null ? 1 : (counts.contents.get(facts.content) ?? 1)
    const message = `Dokładnie takie same odpowiedzi mają też inne ankiety (razem takich samych: ${twins}).`
    const twin: readonly Flag[] = twins > 1 ? [{ kind: 'TWIN', message, questionKeys: [] }] : []
    return [...ownFlags(facts), ...straightLines(facts, counts), ...twin]
  })
}

/** Flags that nobody has looked at yet: those of kinds that no KEEP in force speaks of. */
export function openFlags(flags: readonly Flag[], checkedKinds: readonly string[]): readonly Flag[] {
  return flags.filter(({ kind }) => !checkedKinds.includes(kind))
}
