import { parentPort } from 'node:worker_threads'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { FormBrokenError } from '@rozeznanie/core/interchange'
import { readFormFile } from './read-form-file.ts'
import type { FormAnswer } from './form-reader.ts'

function refusalOf(error: unknown): FormAnswer {
  if (error instanceof FormBrokenError) return { kind: 'broken', problems: error.problems }
  if (error instanceof InvalidInputError) return { kind: 'unreadable', message: error.message }
  // Nesting that only the stack notices.
  if (error instanceof RangeError && /call stack/.test(error.message)) return { kind: 'implausible' }
  throw error
}

/** The thread in which foreign files are read: bytes in, a questionnaire or a refusal out. */
parentPort?.on('message', async (bytes: Uint8Array) => {
  const answer: FormAnswer = await readFormFile(bytes)
    .then((form): FormAnswer => ({ kind: 'read', form }))
    .catch(refusalOf)
  parentPort?.postMessage(answer)
})
