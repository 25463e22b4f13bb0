import type { PublicSurvey } from '@rozeznanie/core/survey'
import { isPublicSurvey } from '../survey-input.ts'

/** What the page around the preview asks of it. */
export type Request =
  | { readonly kind: 'show'; readonly survey: PublicSurvey; readonly questionKey?: string }
  | { readonly kind: 'jump'; readonly questionKey: string }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'restart' }

/** What the preview tells the page around it. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'at'; readonly questionKeys: readonly string[]; readonly language: string }

/** Reads a message meant for the preview; `null` for any other. */
export function readRequest(value: unknown): Request | null {
  if (typeof value !== 'object' || value === null) return null
  const { to, kind, survey, questionKey, language }: Readonly<Record<string, unknown>> = { ...value }
  if (to !== 'rozeznanie-preview') return null
  const key = typeof questionKey === 'string' ? { questionKey } : {}
  if (kind === 'show' && isPublicSurvey(survey)) return { kind, survey, ...key }
  if (kind === 'jump' && typeof questionKey === 'string') return { kind, questionKey }
  if (kind === 'language' && typeof language === 'string') return { kind, language }
  return kind === 'restart' ? { kind } : null
}

/** Tells the page around; only one of the same origin hears it. */
export function report(said: Report): void {
  window.parent.postMessage({ from: 'rozeznanie-preview', ...said }, window.location.origin)
}

/** Hears the page around, and nobody else. @returns what stops it */
export function hear(onRequest: (request: Request) => void): () => void {
  const listen = (event: MessageEvent<unknown>) => {
    if (event.origin !== window.location.origin || event.source !== window.parent) return
    const request = readRequest(event.data)
    if (request) onRequest(request)
  }
  window.addEventListener('message', listen)
  return () => window.removeEventListener('message', listen)
}
