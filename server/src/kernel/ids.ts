const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** What is not a UUID names no row: ask this before PostgreSQL, which would answer with an error. */
export function isUuid(id: string): boolean {
  return UUID.test(id)
}
