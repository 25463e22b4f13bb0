import { parentPort } from 'node:worker_threads'
import type { PrintTask } from './print-task.ts'
import { renderPrint } from './render-print.ts'

/** The thread in which everything printed becomes a PDF: a task in, bytes out. */
parentPort?.on('message', async (task: PrintTask) => {
  const bytes = new Uint8Array(await renderPrint(task))
  parentPort?.postMessage(bytes, [bytes.buffer])
})
