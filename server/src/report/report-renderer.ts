import type { Report } from '@rozeznanie/core/report'
import { createWorkerQueue, type WorkerQueue } from '../kernel/worker-queue.ts'
import type { ReportFormat } from './report-formats.ts'

/** A table of texts beside the report. */
export interface LogTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What the rendering thread is told. */
export interface RenderTask {
  readonly report: Report
  readonly format: ReportFormat
  /** Decisions about responses, for formats that show them; absent where there are none. */
  readonly log?: LogTable
}

/** Turns reports into files beside the main thread, which meanwhile goes on taking answers. */
export type ReportRenderer = WorkerQueue<RenderTask, Uint8Array>

function readBytes(answer: unknown): Uint8Array {
  if (answer instanceof Uint8Array) return answer
  throw new TypeError('The rendering thread answered with something else than bytes')
}

/** Starts its thread with the first report. */
export function createReportRenderer(): ReportRenderer {
  return createWorkerQueue(new URL('./render-worker.ts', import.meta.url), { read: readBytes })
}
