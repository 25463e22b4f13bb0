import { parseQuestionnaire } from '../parse-questionnaire.ts'
import type { Questionnaire } from '../model.ts'
import residentMinimal from './res-min.json' with { type: 'json' }
import resident from './res.json' with { type: 'json' }

/**
 * The ready questionnaires that every installation offers, in the order of offering.
 * A door of its own, so that the answering page never carries them.
 */
export const questionnaireLibrary: readonly Questionnaire[] = [resident, residentMinimal].map(
  parseQuestionnaire,
)
