import { fieldId } from '../../ui/field-ids.ts'
import type { DraftProblem } from '../draft/inspect-draft.ts'
import {
  cardHeadId,
  factsField,
  questionField,
  questionTextId,
  sectionField,
  sectionTitleId,
} from './element-ids.ts'
import { targetOf } from './problems-of.ts'
import type { Editor } from './use-editor.ts'

const RULES: readonly string[] = ['visibleIf', 'requiredIf', 'rowVisibleIf', 'optionFilter', 'constraint']
/** Parts of a question whose settings are folded away, and the fold. */
const FOLDS: Readonly<Record<string, string>> = {
  sensitivity: 'meaning',
  lpdiSections: 'meaning',
  key: 'advanced',
  crosswalk: 'advanced',
}

/** The element that a problem is about, and the one that is there in any case. */
function idsOf({ questionKey, sectionKey, part }: DraftProblem): readonly string[] {
  const folded = RULES.includes(part) ? 'rules' : FOLDS[part]
  if (questionKey !== undefined) {
    return [fieldId(questionField(questionKey, folded ?? part)), questionTextId(questionKey)]
  }
  if (sectionKey !== undefined) {
    return [fieldId(sectionField(sectionKey, folded ?? part)), sectionTitleId(sectionKey)]
  }
  return [fieldId(factsField(part)), fieldId(factsField('title'))]
}

/** Opens the card of a problem and puts the focus on its field. */
export function goToProblem({ desk }: Editor, problem: DraftProblem): void {
  const target = targetOf(problem)
  desk.open(target)
  desk.focus([...idsOf(problem), cardHeadId(target)])
}
