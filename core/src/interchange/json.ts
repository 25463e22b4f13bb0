/** A JSON object of unknown origin. */
export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** Own property of an object. */
export const own = (holder: Json, name: string): unknown =>
  Object.hasOwn(holder, name) ? holder[name] : undefined
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const objectsOf = (value: unknown): readonly Json[] => listOf(value).filter(isJson)
/** A text or a number as text; empty for anything else. */
export const written = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''
export const numberOf = (value: unknown): number | undefined =>
  value !== '' &&
  value !== null &&
  (typeof value === 'number' || typeof value === 'string') &&
  Number.isFinite(Number(value))
    ? Number(value)
    : undefined

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#039': "'", amp: '&', ndash: '–', mdash: '—',
  hellip: '…', bdquo: '„', rdquo: '”', ldquo: '“', laquo: '«', raquo: '»', oacute: 'ó', Oacute: 'Ó',
} // prettier-ignore

/** HTML as plain text: tags out, the commonest entities read, blank lines squeezed. No text makes this slow. */
export function withoutTags(html: string): string {
  return html
    .replace(/<(?:script|style)\b[^<>]*>[\s\S]*?(?:<\/(?:script|style)\s*>|$)/gi, '')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d)\s*>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/&(#?[a-z0-9]{2,6});/gi, (whole, name: string) => ENTITIES[name] ?? whole)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
