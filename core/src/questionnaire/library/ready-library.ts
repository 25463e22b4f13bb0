import type { Questionnaire } from '../model.ts'
import { attachModule } from './attach-module.ts'
import { composeModule, composeQuestionnaire } from './compose-questionnaire.ts'
import carer from './modules/car.json' with { type: 'json' }
import fosterCare from './modules/fc.json' with { type: 'json' }
import mentalHealth from './modules/mh.json' with { type: 'json' }
import disability from './modules/ozn.json' with { type: 'json' }
import notes from './notes.json' with { type: 'json' }
import { parseModule, parseNotes, parseSource } from './parse-source.ts'
import { questionBank } from './question-bank.ts'
import type { Handling, LibraryNote, QuestionModule, QuestionnaireSource } from './source-model.ts'
import families from './sources/fam.json' with { type: 'json' }
import pulse from './sources/posl.json' with { type: 'json' }
import providers from './sources/prv.json' with { type: 'json' }
import residentsMinimal from './sources/res-min.json' with { type: 'json' }
import residents from './sources/res.json' with { type: 'json' }
import seniors from './sources/sen.json' with { type: 'json' }
import staff from './sources/stf.json' with { type: 'json' }
import stakeholders from './sources/stk.json' with { type: 'json' }
import youth from './sources/you.json' with { type: 'json' }

/** Parts that can be attached to the questionnaires of residents, seniors and families. */
export const questionModules: readonly QuestionModule[] = [carer, disability, mentalHealth, fosterCare].map(
  (json) => composeModule(parseModule(json), questionBank),
)

const sources: readonly QuestionnaireSource[] = [
  ...[residents, residentsMinimal, seniors, families, providers],
  ...[stakeholders, staff, youth, pulse],
].map(parseSource)

function withOwnModules(source: QuestionnaireSource): Questionnaire {
  return questionModules
    .filter(({ key }) => source.modules.includes(key))
    .reduce(attachModule, composeQuestionnaire(source, questionBank))
}

/** The ready questionnaires that every installation offers, in the order of offering. */
export const questionnaireLibrary: readonly Questionnaire[] = sources.map(withOwnModules)

/** Topics that have no questionnaire on purpose. */
export const libraryNotes: readonly LibraryNote[] = parseNotes(notes)

/** How a ready questionnaire (or a topic without one) may be given out and shown; `null` for any other key. */
export function handlingOf(key: string): Handling | null {
  return [...sources, ...libraryNotes].find((entry) => entry.key === key)?.handling ?? null
}

/** May a survey with it be opened to whoever has the address? The library says so of its own; institutions never. */
export function hasPublicLink({ key, audience }: Questionnaire): boolean {
  return handlingOf(key)?.publicLink ?? audience !== 'PROVIDER'
}

/** Who may be asked with it: whoever has the address, or institutions in their own name. */
export function givenOutAs(questionnaire: Questionnaire): {
  readonly hasPublicLink: boolean
  readonly isForInstitutions: boolean
} {
  return {
    hasPublicLink: hasPublicLink(questionnaire),
    isForInstitutions: questionnaire.audience === 'PROVIDER',
  }
}
