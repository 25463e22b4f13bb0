import type { EntrySetting } from './model.ts'

/** Small letters without marks: „Ósma Łódź” becomes „osma lodz”. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
}

function nearness(name: string, typed: string): number {
  if (name === typed) return 0
  const [own, wanted] = [plain(name), plain(typed)]
  if (own === wanted) return 1
  if (own.startsWith(wanted)) return 2
  return own.split(/[\s-]+/).some((word) => word.startsWith(wanted)) ? 3 : 4
}

const FAR = 4

/** The localities that typed letters may mean, the likeliest first: the whole name, its beginning, that of a word. */
export function findLocalities({ localities }: EntrySetting, typed: string): EntrySetting['localities'] {
  const wanted = typed.trim()
  if (wanted === '') return []
  return localities
    .map((locality) => ({ locality, distance: nearness(locality.name, wanted) }))
    .filter(({ distance }) => distance < FAR)
    .sort((left, right) => left.distance - right.distance)
    .map(({ locality }) => locality)
}
