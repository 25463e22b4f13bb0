import { DomainError } from '@rozeznanie/core/errors'
import { ParkedElsewhereError } from '@rozeznanie/core/parked'
import { isDatabaseUnavailable } from '../database/unavailable.ts'
import { RefusedRequest } from '../kernel/refusals.ts'
import type { ParkedDoor } from '../survey/answer-drawing.access.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import type { ParkedAnswers } from './parked-answers.ts'

type Failure = { readonly kind: 'refused'; readonly message: string } | { readonly kind: 'unreachable' }

function failureOf(error: unknown): Failure {
  const isSaid = error instanceof DomainError || error instanceof RefusedRequest
  if (isSaid) return { kind: 'refused', message: error.message }
  if (isDatabaseUnavailable(error)) return { kind: 'unreachable' }
  throw error
}

const bytesOf = (name: string) => new Uint8Array(Buffer.from(name, 'hex'))

/** The door for a page without scripts, whose answers pass through this server anyway. */
export function parkedDoorOf(parked: ParkedAnswers, survey: AnswerableSurvey, address: string): ParkedDoor {
  return {
    keep: async ({ name, base, sealed }) => {
      try {
        const bytes = new Uint8Array(Buffer.from(sealed, 'base64'))
        const kept = await parked.keep(survey, { name: bytesOf(name), base, sealed: bytes }, address)
        return { kind: 'kept', ...kept }
      } catch (error) {
        if (error instanceof ParkedElsewhereError) return { kind: 'elsewhere', revision: error.revision }
        return failureOf(error)
      }
    },
    find: async (name) => {
      try {
        const found = await parked.find(survey, bytesOf(name), address)
        if (!found) return { kind: 'none' }
        const sealed = Buffer.from(found.sealed).toString('base64')
        return { kind: 'found', revision: found.revision, sealed }
      } catch (error) {
        return failureOf(error)
      }
    },
    remove: (name) => parked.remove(survey, bytesOf(name)).catch(() => undefined),
  }
}
