import type { AddedTable, RefusedTable } from '@rozeznanie/core/report'
import type { Context } from '../context.ts'
import { readProtectedTable } from '../disclosure/disclosure.access.ts'
import { RefusedRequest } from '../kernel/refusals.ts'
import { usualWeightNumber } from '../weighting/weights.access.ts'
import { findReportTables, type ReportTable } from './report-table.store.ts'

type ReadContext = Pick<Context, 'db' | 'viewer' | 'now' | 'snapshots'>

function weightVersionOf(
  context: ReadContext,
  surveyId: string,
  { request }: ReportTable,
): Promise<number | null> {
  const { weights } = request
  if (weights === 'NONE') return Promise.resolve(null)
  return weights === 'USUAL' ? usualWeightNumber(context, surveyId) : Promise.resolve(weights)
}

/** The tables of one request; one that cannot be counted says why. */
async function readOne(
  context: ReadContext,
  surveyId: string,
  added: ReportTable,
): Promise<readonly (AddedTable | RefusedTable)[]> {
  const { columnKey, filter, percentOf, rowKeys } = added.request
  const weightVersion = await weightVersionOf(context, surveyId, added)
  const found: (AddedTable | RefusedTable)[] = []
  for (const rowKey of rowKeys) {
    const wish = { rowKey, columnKey, filter, weightVersion }
    try {
      const table = await readProtectedTable(context, { surveyId, wish, isTrial: false })
      if (table) found.push({ sectionCode: added.sectionCode, percentOf, table })
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error
      found.push({ sectionCode: added.sectionCode, problem: error.message })
    }
  }
  return found
}

/** The tables that the organiser added to the report, each protected as for anybody who may read the report. */
export async function readAddedTables(
  context: ReadContext,
  surveyId: string,
): Promise<readonly (AddedTable | RefusedTable)[]> {
  const added: (AddedTable | RefusedTable)[] = []
  for (const one of await findReportTables(context.db, surveyId)) {
    added.push(...(await readOne(context, surveyId, one)))
  }
  return added
}
