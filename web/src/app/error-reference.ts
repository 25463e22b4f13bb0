/**
 * A short sign by which a person can report a defect: the minute and a checksum of the error,
 * the same for the same error (`1122-1305-9F3A`).
 */
export function errorReference(error: unknown, at: Date): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const sum = [...text].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 0xffff, 7)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(at.getMonth() + 1)}${two(at.getDate())}`
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}-${sum.toString(16).toUpperCase().padStart(4, '0')}`
}

/** A part of the page could not be fetched: the server has a newer version, or the connection broke. */
export function isStaleChunk(error: unknown): boolean {
  return (
    error instanceof Error && /dynamically imported module|importing a module script/i.test(error.message)
  )
}
