import { Caution } from '../caution/Caution.tsx'
import { Caution as rareCaution } from '../caution/rare-caution.ts'
import { placeGate } from '../code-gate/code-gate.ts'
import * as gate from '../code-gate/gate.ts'
import { KeptAnswers } from '../kept/KeptAnswers.tsx'
import { KeptAnswers as rareKeptAnswers } from '../kept/rare-kept-answers.ts'

/** Puts everything in its place that the script fetches only for those who need it. */
export function placeRareParts(): void {
  placeGate(gate)
  rareCaution.put(Caution)
  rareKeptAnswers.put(KeptAnswers)
}
