import { urgencyOf, type FormStatus, type Urgency } from '@rozeznanie/core/institution'

interface Form {
  readonly status: FormStatus
  readonly dueOn: string
}

/** What is to be done comes first: forms to check, then those that are late, soon due, and the rest. */
const ORDER: Readonly<Record<Urgency, number>> = { LATE: 1, SOON: 2, ON_TIME: 3, DONE: 4 }

/** Forms with how pressing they are, in the order in which somebody has to act. */
export function shownForms<Shown extends Form>(
  forms: readonly Shown[],
  today: string,
): readonly (Shown & { readonly urgency: Urgency })[] {
  const placeOf = ({ status, urgency }: Form & { readonly urgency: Urgency }) =>
    status === 'SUBMITTED' ? 0 : ORDER[urgency]
  return forms
    .map((form) => ({ ...form, urgency: urgencyOf(form, today) }))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** How many forms are in a status. */
export const countOf = (forms: readonly Form[], wanted: FormStatus): number =>
  forms.filter(({ status }) => status === wanted).length
