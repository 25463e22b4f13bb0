import type { ReportBlock } from './model.ts'
import type { ReportInput } from './report-input.ts'

/** The weights that a survey usually uses, as its report does. */
export interface ReportWeights {
  readonly name: string
  /**
   * What is said of the weights that the numbers were computed with: version, method, sources; never how many people
   * answered. `null`: they can no longer be applied to the responses, and the report is unweighted.
   */
  readonly footer: readonly string[] | null
}

const isWeighted = ({ weights }: ReportInput): boolean => (weights?.footer ?? null) !== null

const WEIGHTED_NOTE = 'Odsetki ważone; n to liczba osób, bez ważenia.'
const WEIGHTED_CHART_NOTE = 'Odsetki ważone.'
const UNWEIGHTED_NOTE = 'Odsetki bez ważenia: tabela opisuje, kto odpowiedział.'

/** Blocks whose tables and charts say that their shares are weighted, where they are. */
export function ofWeights(blocks: readonly ReportBlock[], input: ReportInput): readonly ReportBlock[] {
  if (!isWeighted(input)) return blocks
  return blocks.map((block) => {
    if (block.kind === 'table') return { ...block, notes: [WEIGHTED_NOTE, ...block.notes] }
    return block.kind === 'chart' ? { ...block, notes: [WEIGHTED_CHART_NOTE, ...block.notes] } : block
  })
}

/** Under the table of who answered: weights would hide just that. */
export const respondentNotes = (input: ReportInput): readonly string[] =>
  isWeighted(input) ? [UNWEIGHTED_NOTE] : []

const USE =
  'Z tymi wagami obliczono odsetki, średnie, mediany i porównania grup; przedziały i porównania liczono tak, jakby odpowiedzi było tylko tyle, ile po ważeniu są warte. ' +
  'Liczby osób (n) i tabelę o tym, kto odpowiedział, podajemy bez ważenia. Wagi wyrównują skład badanej grupy tylko pod względem wymienionych cech.'

/** How the numbers of the report were weighted, or why they were not. */
export function weightingNote({ weights }: ReportInput): string {
  if (weights === undefined) return 'Wyników nie ważono.'
  if (weights.footer !== null) return [...weights.footer.map(ended), USE].join(' ')
  return `Wyników nie ważono, ponieważ wag tego badania („${weights.name}”) nie można zastosować do tych odpowiedzi: układ grup osób, które odpowiedziały, nie pasuje już do danych o ludności.`
}

const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`)
