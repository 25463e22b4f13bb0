import { localDay, type Report } from '@rozeznanie/core/report'
import type { Context } from '../context.ts'
import { readReport } from './read-report.ts'
import { renderCsv } from './renderers/csv.ts'
import { renderDocx } from './renderers/docx.ts'
import { renderJson } from './renderers/json.ts'
import { renderXlsx } from './renderers/xlsx.ts'
import { saveExport } from './report.store.ts'

type Renderer = (report: Report) => Promise<Uint8Array>

/** The formats of the report, by the ending of the file's name. */
export const REPORT_FORMATS = {
  docx: {
    render: renderDocx,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    render: renderXlsx,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  csv: { render: renderCsv, mediaType: 'text/csv; charset=utf-8' },
  json: { render: renderJson, mediaType: 'application/json; charset=utf-8' },
} as const satisfies Readonly<Record<string, { render: Renderer; mediaType: string }>>
export type ReportFormat = keyof typeof REPORT_FORMATS

/** A rendered report, ready to be downloaded. */
export interface ReportFile {
  /** With Polish letters. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
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
  context: Pick<Context, 'db' | 'viewer' | 'now' | 'surveyColumns'>,
  surveyId: string,
  format: ReportFormat,
): Promise<ReportFile | null> {
  const report = await readReport(context, surveyId)
  if (report === null) return null
  const { render, mediaType } = REPORT_FORMATS[format]
  const bytes = await render(report)
  await saveExport(context.db, { viewer: context.viewer, at: context.now(), surveyId, format })
  return { name: fileName(report, format), mediaType, bytes }
}
