import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { localDayOf } from '@rozeznanie/core/survey'
import {
  loadAnswerDrawing,
  type AnswerDrawing,
  type CodeEntry,
  type CodeRefusal,
  type DrawnPage,
  type ParkedDoor,
  type SendingOutcome,
} from './answer-drawing.access.ts'
import {
  invitedOnlyPage,
  kioskPage,
  PLAIN_SHELL,
  plainDocument,
  publicSurveyOf,
  surveyPage,
  unknownSurveyPage,
  type AnswerPage,
} from './answer-page.ts'
import type { AnswerableSurvey } from './public-survey.access.ts'

/** What a posted page leads to: a document, or answers to send and the document after. */
export type DocumentStep =
  | { readonly kind: 'document'; readonly status: 200 | 400 | 410; readonly html: string }
  | {
      readonly kind: 'send'
      readonly submission: unknown
      readonly entry: CodeEntry | null
      readonly after: (outcome: SendingOutcome) => string
    }

/** A page that was posted, and where its form may be put aside. */
export interface DocumentPost {
  readonly fields: URLSearchParams
  readonly now: Date
  readonly door: ParkedDoor
  readonly lookAtCode: (code: string) => Promise<CodeRefusal | null>
}

/** The documents of the answering page. */
export interface AnswerDocuments {
  /** The first page, which the script takes over. */
  first(survey: AnswerableSurvey | null, now: Date): AnswerPage
  /** The page of a shared tablet. @param own - what the tablet needs beside the survey */
  kiosk(survey: AnswerableSurvey | null, now: Date, own: object): AnswerPage
  /** The document after a posted page; `null` where pages are not drawn here. */
  posted(survey: AnswerableSurvey, post: DocumentPost): Promise<DocumentStep | null>
}

function readShell(webFolder: string | null, name: 'index' | 'kiosk' = 'index'): string {
  const file = webFolder === null ? null : path.join(webFolder, 'answer', `${name}.html`)
  return file !== null && existsSync(file) ? readFileSync(file, 'utf8') : PLAIN_SHELL
}

async function stepFrom(
  drawing: AnswerDrawing,
  documentOf: (page: DrawnPage) => string,
  survey: AnswerableSurvey,
  { fields, now, door, lookAtCode }: DocumentPost,
): Promise<DocumentStep | null> {
  const shown = publicSurveyOf(survey, now)
  if (!shown) return null
  const inVersion = (versionId: string) => publicSurveyOf(survey, now, versionId.toLowerCase())
  const seconds = Math.floor(now.getTime() / 1000)
  const step = await drawing.stepOf({
    survey: shown,
    inVersion,
    fields,
    today: localDayOf(now),
    seconds,
    door,
    lookAtCode,
  })
  if (step.kind === 'send') {
    const { submission, entry } = step
    return { kind: 'send', submission, entry, after: (outcome) => documentOf(step.after(outcome)) }
  }
  const isOver = (shown.status === 'ENDED' || shown.status === 'CLOSED') && !shown.takesBegun
  const status = isOver ? 410 : step.isUnreadable ? 400 : 200
  return { kind: 'document', status, html: documentOf(step.page) }
}

/** @returns the documents of the web that was built; words and a telephone number where none was */
export async function openAnswerDocuments(webFolder: string | null): Promise<AnswerDocuments> {
  const shell = readShell(webFolder)
  const kioskShell = readShell(webFolder, 'kiosk')
  const drawing = await loadAnswerDrawing(webFolder)
  const documentOf = (page: DrawnPage) => plainDocument(shell, page)
  return {
    first: (survey, now) => {
      if (survey?.referenceOn) return invitedOnlyPage(shell, survey)
      const shown = survey && publicSurveyOf(survey, now)
      if (!shown) return unknownSurveyPage(shell)
      return surveyPage(shell, shown, drawing?.drawFirstPage(shown) ?? null)
    },
    kiosk: (survey, now, own) => {
      const shown = survey && publicSurveyOf(survey, now)
      return shown ? kioskPage(kioskShell, shown, own) : unknownSurveyPage(shell)
    },
    posted: async (survey, post) => drawing && stepFrom(drawing, documentOf, survey, post),
  }
}
