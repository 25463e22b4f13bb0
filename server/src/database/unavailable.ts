/** SQLSTATEs that say "not now": the server is starting, stopping, out of connections or out of disk. */
const SQL_STATES = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '08000',
  '08003',
  '08006',
  '08001',
  '08004',
])
const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
])
/** Prisma's: cannot reach, timed out, closed the connection, no connection from the pool. */
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024'])
const DRIVER_SENTENCES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/**
 * Whether the database could not be asked at all, so that the same request may succeed in a moment.
 * Such a failure is answered with 503 and Retry-After, never as a defect.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (SQL_STATES.has(code) || SYSTEM_CODES.has(code) || PRISMA_CODES.has(code)) return true
  return DRIVER_SENTENCES.test(error.message) || isDatabaseUnavailable(error.cause)
}
