import { parentPort } from 'node:worker_threads'
import type { Report } from '@rozeznanie/core/report'
import { renderCsv } from './renderers/csv.ts'
import { renderDocx } from './renderers/docx.ts'
import { renderJson } from './renderers/json.ts'
import { renderXlsx } from './renderers/xlsx.ts'
import type { ReportFormat } from './report-formats.ts'
import type { LogTable, RenderTask } from './report-renderer.ts'

const RENDERERS = {
  docx: renderDocx,
  xlsx: renderXlsx,
  csv: renderCsv,
  json: renderJson,
} as const satisfies Readonly<Record<ReportFormat, (report: Report, log?: LogTable) => Promise<Uint8Array>>>

/** The thread in which reports become files: a report and a format in, bytes out. */
parentPort?.on('message', async ({ report, format, log }: RenderTask) => {
  const bytes = new Uint8Array(await RENDERERS[format](report, log))
  parentPort?.postMessage(bytes, [bytes.buffer])
})
