import { InvalidInputError } from '../errors.ts'
import { inclusiveDayCount, isLocalDay } from '../survey/index.ts'
import { isOpenToInstitution } from './decide.ts'
import type { FormStatus } from './model.ts'

/** So many days before the deadline a form that is not in is worth a reminder. */
const SOON_DAYS = 3

/** DONE: in, or accepted. LATE and SOON ask for a reminder. */
export type Urgency = 'DONE' | 'LATE' | 'SOON' | 'ON_TIME'

/** How much time a form has; the day of the deadline itself is still in time. */
export function urgencyOf({ status, dueOn }: { status: FormStatus; dueOn: string }, today: string): Urgency {
  if (!isOpenToInstitution(status)) return 'DONE'
  const days = inclusiveDayCount(today, dueOn)
  if (days < 1) return 'LATE'
  return days <= SOON_DAYS + 1 ? 'SOON' : 'ON_TIME'
}

/**
 * Decides whether a form may be due on a day.
 *
 * @param survey - its days, local
 * @throws InvalidInputError
 */
export function assertDueOn(
  dueOn: string,
  survey: { readonly opensOn: string; readonly closesOn: string },
): void {
  const refuse = (message: string) => new InvalidInputError([{ path: 'dueOn', message }])
  if (!isLocalDay(dueOn)) throw refuse('Proszę podać datę, która istnieje w kalendarzu.')
  if (dueOn < survey.opensOn) throw refuse('Termin nie może przypadać przed rozpoczęciem zbierania.')
  if (dueOn > survey.closesOn) throw refuse('Termin nie może przypadać po zakończeniu zbierania.')
}
