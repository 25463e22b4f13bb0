import type { FieldworkBoard } from '@rozeznanie/core/fieldwork'
import { codesPath } from '../invitation/invitation.paths.ts'
import type { BoardSurvey } from './use-board.ts'

type WorkKind = 'dueToday' | 'unfinished' | 'flagged' | 'conflicts' | 'discrepancies' | 'codes'

/** Something that waits to be done, and where. */
export interface WorkItem {
  readonly kind: WorkKind
  readonly count: number
  /** Address of the page; `null`: the list stands right here. */
  readonly to: string | null
}

type Counts = Pick<
  BoardSurvey,
  'id' | 'flaggedCount' | 'conflictCount' | 'openDiscrepancyCount' | 'unusedCodeCount'
>

/** What waits to be done, the most pressing first; nothing that is done. */
export function workItems(
  survey: Counts,
  { callbacks, today }: Pick<FieldworkBoard, 'callbacks' | 'today'>,
): readonly WorkItem[] {
  const page = (part: string) => `/ankiety/${survey.id}/${part}`
  const due = callbacks.filter(({ comeBackOn }) => comeBackOn <= today).length
  const items: readonly WorkItem[] = [
    { kind: 'dueToday', count: due, to: null },
    { kind: 'unfinished', count: callbacks.length - due, to: null },
    { kind: 'conflicts', count: survey.conflictCount ?? 0, to: page('jakosc/sporne') },
    { kind: 'flagged', count: survey.flaggedCount ?? 0, to: page('jakosc') },
    { kind: 'discrepancies', count: survey.openDiscrepancyCount ?? 0, to: page('jakosc/wpisy') },
    { kind: 'codes', count: survey.unusedCodeCount ?? 0, to: codesPath(survey.id) },
  ]
  return items.filter(({ count }) => count > 0)
}
