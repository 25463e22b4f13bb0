import type { Database } from '../database/database.ts'

/** Paper sheets of a survey that are in. */
export interface SheetCounts {
  /** One more than the greatest number of a sheet that is in; 1 when none is. */
  readonly nextNumber: number
  /** Sheets that came in on a local day. */
  readonly countOnDay: number
}

const COUNTS = {
  name: 'sheet-counts',
  text: `SELECT coalesce(max(sheet_number::int) FILTER (WHERE sheet_number ~ '^[0-9]{1,8}$'), 0) + 1 AS "nextNumber",
      count(*) FILTER (WHERE submitted_on = $2::date)::int AS "countOnDay"
    FROM response WHERE survey_id = $1 AND mode = 'PAPI'`,
} as const

/** How far the entering of a survey's sheets is. */
export async function countSheets({ pool }: Database, surveyId: string, day: string): Promise<SheetCounts> {
  const { rows } = await pool.query<SheetCounts>({ ...COUNTS, values: [surveyId, day] })
  return rows[0] ?? { nextNumber: 1, countOnDay: 0 }
}

/** Is a paper sheet of this number in? */
export async function hasSheet(
  { prisma }: Database,
  surveyId: string,
  sheetNumber: string,
): Promise<boolean> {
  const found = await prisma.response.findFirst({
    where: { surveyId, mode: 'PAPI', sheetNumber },
    select: { id: true },
  })
  return found !== null
}
