/** Where in the form a person is; it lives in the address, so that the browser's own buttons work. */
export type Place =
  | { readonly kind: 'start' | 'who' | 'check' | 'send' | 'done' | 'restart' }
  | { readonly kind: 'page'; readonly id: string; readonly fromCheck: boolean }

const WORDS = {
  who: 'kto',
  check: 'sprawdzenie',
  send: 'wysylanie',
  done: 'koniec',
  restart: 'od-nowa',
} as const
const PAGE = '#/pytanie/'
const CHANGE = '#/zmiana/'

export const START: Place = { kind: 'start' }

/** The fragment of the address that stands for a place. */
export function hashOf(place: Place): string {
  if (place.kind === 'start') return ''
  if (place.kind === 'page') return `${place.fromCheck ? CHANGE : PAGE}${encodeURIComponent(place.id)}`
  return `#/${WORDS[place.kind]}`
}

/** The place an address stands for; the start when it stands for none. */
export function placeOf(hash: string): Place {
  for (const [prefix, fromCheck] of [[PAGE, false] as const, [CHANGE, true] as const]) {
    if (hash.startsWith(prefix)) return { kind: 'page', id: decoded(hash.slice(prefix.length)), fromCheck }
  }
  for (const kind of ['who', 'check', 'send', 'restart'] as const) {
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
