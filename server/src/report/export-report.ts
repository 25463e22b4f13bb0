import { localDay, type Report } from '@rozeznanie/core/report'
import { publicLog } from '../cleaning/log.access.ts'
import type { Context } from '../context.ts'
import { readReport } from './read-report.ts'
import { REPORT_FORMATS, type ReportFormat } from './report-formats.ts'
import type { ReportRenderer } from './report-renderer.ts'
import { saveExport } from './report.store.ts'

/** A rendered report, ready to be downloaded. */
export interface ReportFile {
  /** With Polish letters. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

interface ExportOptions {
  readonly surveyId: string
  readonly format: ReportFormat
  readonly renderer: ReportRenderer
}

function fileName({ municipalityName, asOf }: Report, format: ReportFormat): string {
  const place = municipalityName.replace(/[^\p{L}\p{N}]+/gu, '-')
  return `LPDI-część-diagnostyczna-${place}-${localDay(asOf)}.${format}`
}

/**
 * Render a survey's report and record who took it. For organisers of the survey's organisation.
 *
 * @returns `null` when there is no such survey or the viewer may not read its answers
 */
export async function exportReport(
  context: Pick<Context, 'db' | 'viewer' | 'now' | 'surveyColumns' | 'snapshots'>,
  { surveyId, format, renderer }: ExportOptions,
): Promise<ReportFile | null> {
  const report = await readReport(context, surveyId)
  if (report === null) return null
  const log = format === 'xlsx' ? await publicLog(context, surveyId) : null
  const bytes = await renderer.run({ report, format, ...(log && log.rows.length > 0 && { log }) })
  await saveExport(context.db, { viewer: context.viewer, at: context.now(), surveyId, format })
  return { name: fileName(report, format), mediaType: REPORT_FORMATS[format], bytes }
}
