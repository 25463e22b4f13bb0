import type { Report } from '@rozeznanie/core/report'

/** The report tree itself, for other programs. */
export async function renderJson(report: Report): Promise<Uint8Array> {
  return new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)
}
