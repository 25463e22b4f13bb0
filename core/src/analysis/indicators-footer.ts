import type { SampleType } from '../survey/index.ts'
import type { People } from './indicators-count.ts'
import { SAMPLE_SENTENCES } from './table-footer.ts'
import { weightsFooter } from './weights.ts'

const UNWEIGHTED = 'Wyniki nieważone: każda odpowiedź liczy się tak samo.'

/** What stands under indicators: how people were chosen, and which weights the numbers have. */
export function indicatorsFooter({ weights }: People, sampleType: SampleType): readonly string[] {
  const weighting = weights === null ? [UNWEIGHTED] : [...weightsFooter(weights), ...weights.notes]
  return [SAMPLE_SENTENCES[sampleType], ...weighting]
}
