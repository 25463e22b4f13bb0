import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Violation } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'

/** A page of the answering face as HTML, for the body of its document. */
export interface DrawnPage {
  readonly html: string
  readonly title: string
  readonly language: string
  /** Classes of the document: how the person wants to see it. */
  readonly look: string
}

/** The first page, in Polish and in the survey's own look. */
export type FirstPage = Pick<DrawnPage, 'html' | 'look'>

/** What is wrong with the code of a letter; EMPTY: there is none. */
export type CodeRefusal = 'EMPTY' | 'UNKNOWN' | 'USED'

/** The code of a letter, and random bytes of the page (base64url) that its ticket is made of. */
export interface CodeEntry {
  readonly code: string
  readonly seed: string
}

/** What came of sending. */
export type SendingOutcome =
  | { readonly kind: 'accepted'; readonly receipt: string }
  | { readonly kind: 'conflict'; readonly receipt: string | null }
  | { readonly kind: 'faulty'; readonly violations: readonly Violation[] }
  | { readonly kind: 'closed'; readonly message: string }
  | { readonly kind: 'code'; readonly fault: CodeRefusal }
  | { readonly kind: 'unreachable' }

/** Where unfinished answers are put aside; names and contents are those of `POST /a/<code>/odlozone`. None of them throws. */
export interface ParkedDoor {
  keep(record: {
    readonly name: string
    readonly base: number
    readonly sealed: string
  }): Promise<
    | { readonly kind: 'kept'; readonly revision: number; readonly until: string }
    | { readonly kind: 'elsewhere'; readonly revision: number }
    | { readonly kind: 'refused'; readonly message: string }
    | { readonly kind: 'unreachable' }
  >
  find(
    name: string,
  ): Promise<
    | { readonly kind: 'found'; readonly revision: number; readonly sealed: string }
    | { readonly kind: 'none' | 'unreachable' }
    | { readonly kind: 'refused'; readonly message: string }
  >
  remove(name: string): Promise<void>
}

/** A page that was posted by a browser without scripts. */
export interface PostedPage {
  readonly survey: PublicSurvey
  readonly inVersion: (versionId: string) => PublicSurvey | null
  readonly fields: URLSearchParams
  readonly today: string
  /** Seconds of the server's clock, to tell how long answering took. */
  readonly seconds: number
  readonly door: ParkedDoor
  /** What is wrong with a code, as far as can be told before anything is sent. */
  readonly lookAtCode: (code: string) => Promise<CodeRefusal | null>
}

/** What to do with a posted page: to show the next one, or to send the answers and show what came of it. */
export type PostedStep =
  | { readonly kind: 'page'; readonly page: DrawnPage; readonly isUnreadable: boolean }
  | {
      readonly kind: 'send'
      readonly submission: unknown
      /** To be exchanged for a ticket first; `null` where the survey takes no codes. */
      readonly entry: CodeEntry | null
      readonly after: (outcome: SendingOutcome) => DrawnPage
    }

/** The answering face as it draws itself on the server: the same components as in the browser. */
export interface AnswerDrawing {
  drawFirstPage(survey: PublicSurvey): FirstPage
  stepOf(post: PostedPage): Promise<PostedStep>
}

function isDrawing(module: unknown): module is AnswerDrawing {
  return typeof module === 'object' && module !== null && 'drawFirstPage' in module && 'stepOf' in module
}

/** Loads what the web was built with; `null` where it was not built. */
export async function loadAnswerDrawing(webFolder: string | null): Promise<AnswerDrawing | null> {
  const file = webFolder === null ? null : path.join(webFolder, 'answer-plain', 'answer-plain.js')
  if (file === null || !existsSync(file)) return null
  const module: unknown = await import(pathToFileURL(file).href)
  return isDrawing(module) ? module : null
}
