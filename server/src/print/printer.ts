import { createWorkerQueue } from '../kernel/worker-queue.ts'
import type { LettersFacts, PrintTask } from './print-task.ts'

/** Makes PDFs beside the main thread, which meanwhile goes on taking answers. */
export interface Printer {
  /** @returns the bytes of a tagged PDF */
  run(task: PrintTask): Promise<Uint8Array>
  /** A page for each one-time code, to be put into window envelopes. */
  renderLetters(facts: LettersFacts): Promise<Buffer>
  /** Labels of 70 × 37 mm, 24 on a sheet, one for each one-time code. */
  renderLabels(facts: LettersFacts): Promise<Buffer>
  close(): Promise<void>
}

function readBytes(answer: unknown): Uint8Array {
  if (answer instanceof Uint8Array) return answer
  throw new TypeError('The printing thread answered with something else than bytes')
}

/** Starts its thread with the first task. */
export function createPrinter(): Printer {
  const queue = createWorkerQueue<PrintTask, Uint8Array>(new URL('./print-worker.ts', import.meta.url), {
    read: readBytes,
  })
  return {
    run: (task) => queue.run(task),
    renderLetters: async (facts) => Buffer.from(await queue.run({ kind: 'letters', facts })),
    renderLabels: async (facts) => Buffer.from(await queue.run({ kind: 'labels', facts })),
    close: () => queue.close(),
  }
}
