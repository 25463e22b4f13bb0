import { listSections, LPDI_TEMPLATE } from '@rozeznanie/core/diagnosis'
import { InvalidInputError } from '@rozeznanie/core/errors'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import {
  deleteReportTable,
  type ReportDoing,
  type ReportTable,
  saveReportTable,
} from './report-table.store.ts'

const MOST_REPORT_TABLES = 40

async function doingOf(context: Context, surveyId: string): Promise<ReportDoing | null> {
  const { viewer } = context
  if (!viewer || !(await mayOrganiseSurvey(context, surveyId))) return null
  return { surveyId, viewer, at: context.now() }
}

const refusal = (path: string, message: string) => new InvalidInputError([{ path, message }])

/**
 * Adds a table to a section of the report: what is asked, counted anew with each report.
 *
 * @returns false for a survey that the viewer does not organise
 * @throws InvalidInputError at `sectionCode` for a section that the report does not have, at `request` when it is full
 */
export async function addReportTable(
  context: Context,
  surveyId: string,
  added: Omit<ReportTable, 'id'>,
): Promise<boolean> {
  const doing = await doingOf(context, surveyId)
  if (doing === null) return false
  const sections = listSections(LPDI_TEMPLATE.sections)
  if (!sections.some(({ code }) => code === added.sectionCode)) {
    throw refusal('sectionCode', 'Proszę wybrać rozdział raportu z listy.')
  }
  if (!(await saveReportTable(context.db, doing, added, MOST_REPORT_TABLES))) {
    throw refusal(
      'request',
      `Do raportu dodano już ${MOST_REPORT_TABLES} tabel. Aby dodać następną, proszę którąś usunąć.`,
    )
  }
  return true
}

/** Takes a table out of the report. @returns false for a survey not organised, and for a table that is gone */
export async function removeReportTable(
  context: Context,
  surveyId: string,
  tableId: string,
): Promise<boolean> {
  const doing = await doingOf(context, surveyId)
  return doing !== null && isUuid(tableId) && deleteReportTable(context.db, doing, tableId)
}
