/** The beginning of a text, for the name of a button. */
export function beginningOf(text: string): string {
  const short = text.trim().replace(/\s+/g, ' ')
  return short.length <= 60 ? short : `${short.slice(0, 57).trimEnd()}…`
}
