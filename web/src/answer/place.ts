/** Where in the form a person is; it lives in the address, so that the browser's own buttons work. */
export type Place =
  | { readonly kind: 'start' | 'who' | 'check' | 'send' | 'done' | 'restart' | 'resume' }
  /** Putting the form aside, from a page of it; from the last screen where there is none. */
  | { readonly kind: 'park'; readonly page: string | null }
  | { readonly kind: 'page'; readonly id: string; readonly fromCheck: boolean }

const WORDS = {
  who: 'kto',
  check: 'sprawdzenie',
  send: 'wysylanie',
  done: 'koniec',
  restart: 'od-nowa',
  resume: 'kod',
} as const
const PAGE = '#/pytanie/'
const CHANGE = '#/zmiana/'
const PARK = '#/przerwa'

export const START: Place = { kind: 'start' }

/** The fragment of the address that stands for a place. */
export function hashOf(place: Place): string {
  if (place.kind === 'start') return ''
  if (place.kind === 'page') return `${place.fromCheck ? CHANGE : PAGE}${encodeURIComponent(place.id)}`
  if (place.kind === 'park') return place.page === null ? PARK : `${PARK}/${encodeURIComponent(place.page)}`
  return `#/${WORDS[place.kind]}`
}

/** The place an address stands for; the start when it stands for none. */
export function placeOf(hash: string): Place {
  for (const [prefix, fromCheck] of [[PAGE, false] as const, [CHANGE, true] as const]) {
    if (hash.startsWith(prefix)) return { kind: 'page', id: decoded(hash.slice(prefix.length)), fromCheck }
  }
  if (hash === PARK) return { kind: 'park', page: null }
  if (hash.startsWith(`${PARK}/`)) return { kind: 'park', page: decoded(hash.slice(PARK.length + 1)) }
  for (const kind of ['who', 'check', 'send', 'restart', 'resume'] as const) {
    if (hash === `#/${WORDS[kind]}`) return { kind }
  }
  return START
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Where the person was before they wanted to put the form aside, or had a code; other places are themselves. */
export function placeBefore(place: Place): Place {
  if (place.kind === 'resume') return START
  if (place.kind !== 'park') return place
  return place.page === null ? { kind: 'check' } : { kind: 'page', id: place.page, fromCheck: false }
}
