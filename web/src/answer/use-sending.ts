import { useEffect, useRef, useState } from 'preact/hooks'
import { keepVisibleAnswers } from '@rozeznanie/core/questionnaire'
import type { Submission } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import type { Draft } from './draft.ts'
import { thisDay } from './use-answering.ts'
import { whoAnswered } from './who/who-is-asked.ts'
import { sendThrough } from './code-gate/code-gate.ts'
import { retryDelay } from './send.ts'
import type { Answering } from './use-answering.ts'

/** What is sent: the content, and beside it what may tell a machine from a person. */
export interface Sent extends Submission {
  readonly secondsSpent?: number
  readonly trap?: string
  /** What the code of the letter was exchanged for. */
  readonly ticket?: string
}

/** What a draft sends: the same content however often it is asked. */
export function submissionOf(survey: PublicSurvey, draft: Draft): Sent {
  const { secondsSpent, trap } = draft
  const answers = keepVisibleAnswers(survey.questionnaire, draft.answers, thisDay())
  const answeredBy = whoAnswered(draft.answeredBy, answers)
  return {
    id: draft.id,
    questionnaireVersionId: draft.questionnaireVersionId,
    mode: 'CAWI',
    answers,
    ...(answeredBy !== undefined && { answeredBy }),
    ...(secondsSpent !== undefined && { secondsSpent }),
    ...(trap !== undefined && { trap }),
  }
}

export interface Sending {
  readonly phase: 'sending' | 'failed'
  retry(): void
}

/** Sends the draft as soon as it is shown, and again after each failure: by itself, on coming online, or when asked. */
export function useSending(
  { survey, surroundings: { shelf }, finish }: Pick<Answering, 'survey' | 'surroundings' | 'finish'>,
  draft: Draft,
): Sending {
  const [tries, setTries] = useState(1)
  const [phase, setPhase] = useState<Sending['phase']>('sending')
  const reportRef = useRef(finish)
  useEffect(() => {
    reportRef.current = finish
  }, [finish])
  const again = () => setTries((count) => count + 1)

  useEffect(() => {
    let isCurrent = true
    setPhase('sending')
    void sendThrough(survey, shelf, submissionOf(survey, draft), fetch.bind(window)).then((outcome) => {
      if (!isCurrent) return
      if (outcome.kind === 'unreachable') setPhase('failed')
      else reportRef.current(outcome)
    })
    return () => {
      isCurrent = false
    }
  }, [survey, shelf, draft, tries])

  useEffect(() => {
    if (phase !== 'failed') return
    const timer = setTimeout(again, retryDelay(tries) * 1000)
    window.addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  }, [phase, tries])

  return { phase, retry: again }
}
