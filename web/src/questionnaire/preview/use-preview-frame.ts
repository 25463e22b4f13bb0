import type { PublicSurvey } from '@rozeznanie/core/survey'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { readReport } from './preview-messages.ts'

/** Long enough for a quick typist's next key, short enough to look live. */
const PAUSE_MS = 150

interface PreviewFrameWishes {
  readonly survey: PublicSurvey
  readonly questionKey: string | undefined
  readonly onReach: ((questionKey: string) => void) | undefined
  readonly startLanguage?: string | undefined
}

type FrameRef = RefObject<HTMLIFrameElement | null>

/** What the preview tells: that it is there, its language, and where the person went in it. */
function useReports(frameRef: FrameRef, onReach: PreviewFrameWishes['onReach']) {
  const reachRef = useRef(onReach)
  const [isReady, setReady] = useState(false)
  const [language, setLanguage] = useState<string | null>(null)
  useEffect(() => {
    reachRef.current = onReach
  }, [onReach])
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      if (event.origin !== window.location.origin || event.source !== frameRef.current?.contentWindow) return
      const report = readReport(event.data)
      if (report?.kind === 'ready') setReady(true)
      if (report?.kind !== 'at') return
      setLanguage(report.language)
      const [first] = report.questionKeys
      // Only the person's own steps in the frame are told: what the page around asked for, it knows.
      if (first !== undefined && document.activeElement === frameRef.current) reachRef.current?.(first)
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [frameRef])
  return { isReady, hasReported: language !== null, language: language ?? 'pl' }
}

/** Speaks with the preview in a frame: what it shows, where it goes, and where the person went in it. */
export function usePreviewFrame({ survey, questionKey, onReach, startLanguage }: PreviewFrameWishes) {
  const frameRef = useRef<HTMLIFrameElement>(null)
  const { isReady, hasReported, language } = useReports(frameRef, onReach)
  const send = useCallback((message: object) => {
    const to = 'rozeznanie-preview'
    frameRef.current?.contentWindow?.postMessage({ to, ...message }, window.location.origin)
  }, [])
  const isShownRef = useRef(false)
  /** Where to go once the frame has the newest text: a question just added is not there before. */
  const wishedRef = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!isReady) return
    const show = () => {
      send({ kind: 'show', survey })
      if (wishedRef.current !== undefined) send({ kind: 'jump', questionKey: wishedRef.current })
      wishedRef.current = undefined
      isShownRef.current = true
    }
    if (!isShownRef.current) return show()
    const timer = setTimeout(show, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [isReady, survey, send])
  useEffect(() => {
    if (hasReported && startLanguage) send({ kind: 'language', language: startLanguage })
  }, [hasReported, startLanguage, send])
  useEffect(() => {
    if (!isReady || questionKey === undefined) return
    wishedRef.current = questionKey
    send({ kind: 'jump', questionKey })
  }, [isReady, questionKey, send])

  return {
    frameRef,
    language,
    choose: (code: string) => send({ kind: 'language', language: code }),
    restart: () => send({ kind: 'restart' }),
  }
}
