import { DI_AREAS, NOTE_METHODS } from '@rozeznanie/core/note'
import type { FieldNoteFilter } from '../gql/graphql.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The filter of the list as it stands in the address; what is not known is passed over. */
export function filterOf(search: URLSearchParams): FieldNoteFilter {
  const method = NOTE_METHODS.find((one) => one === search.get('metoda'))
  const diArea = DI_AREAS.find((one) => one === search.get('obszar'))
  const localityId = search.get('miejscowosc')
  const [from, to] = [search.get('od') ?? '', search.get('do') ?? '']
  return {
    ...(method && { method }),
    ...(diArea && { diArea }),
    ...(localityId && { localityId }),
    ...(DAY.test(from) && { from }),
    ...(DAY.test(to) && { to }),
  }
}

/** The address with one part of the filter changed; an empty value takes it away. */
export function withPart(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}
