import { FormBrokenError, type FormProblem } from '@rozeznanie/core/interchange'
import { unreadable } from '../kernel/reading/unreadable.ts'
import { createWorkerQueue } from '../kernel/worker-queue.ts'
import type { FormFile } from './read-form-file.ts'

/** What the reading thread answers. */
export type FormAnswer =
  | { readonly kind: 'read'; readonly form: FormFile }
  | { readonly kind: 'broken'; readonly problems: readonly FormProblem[] }
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'implausible' }

/** Reads files beside the main thread, which meanwhile goes on taking answers. */
export interface FormReader {
  /** @throws FormBrokenError, InvalidInputError */
  read(bytes: Uint8Array): Promise<FormFile>
  close(): Promise<void>
}

const MEGABYTE = 1024 * 1024
const LARGEST_FILE = 8 * MEGABYTE
const TIME_LIMIT_MS = 10_000
const MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 } as const
const IMPLAUSIBLE = 'Plik jest nienaturalnie duży albo złożony, więc nie został otwarty.'

function isAnswer(answer: unknown): answer is FormAnswer {
  return typeof answer === 'object' && answer !== null && 'kind' in answer
}

function readAnswer(answer: unknown): FormAnswer {
  if (isAnswer(answer)) return answer
  throw new TypeError('The reading thread answered with something else than a form')
}

/** The thread was stopped for taking too long or too much. */
const isStopped = (error: unknown): boolean =>
  error instanceof Error &&
  (/took over/.test(error.message) || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'))

function formOf(answer: FormAnswer): FormFile {
  if (answer.kind === 'read') return answer.form
  if (answer.kind === 'broken') throw new FormBrokenError(answer.problems)
  throw unreadable(answer.kind === 'unreadable' ? answer.message : IMPLAUSIBLE)
}

/** Starts its thread with the first file. */
export function createFormReader(): FormReader {
  const queue = createWorkerQueue<Uint8Array, FormAnswer>(new URL('./read-form-worker.ts', import.meta.url), {
    read: readAnswer,
    timeLimitMs: TIME_LIMIT_MS,
    memory: MEMORY,
  })
  return {
    read: async (bytes) => {
      if (bytes.length > LARGEST_FILE)
        throw unreadable('Plik formularza jest większy niż 8 MB, więc nie został otwarty.')
      try {
        return formOf(await queue.run(bytes))
      } catch (error) {
        throw isStopped(error) ? unreadable(IMPLAUSIBLE) : error
      }
    },
    close: () => queue.close(),
  }
}
