import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { pageWith } from '../pages.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Answering } from '../use-answering.ts'
import type { Speech } from '../use-speech.ts'
import { memoryShelf, memoryTrail } from './in-memory.ts'
import { hear, report, type Request } from './messages.ts'
import { bringIntoView, goTo, outerKey, pageShown, settle } from './moves.ts'

type Additions = Pick<Surroundings, 'beneath' | 'instead'>
type Watch = NonNullable<Surroundings['watch']>

interface Seen {
  readonly answering: Answering
  readonly speech: Speech
}

/** Tells the page around which questions are on the screen, when they change. */
function useReporting(): Watch {
  const toldRef = useRef('')
  return (answering, { chosen: language }) => {
    const questionKeys = pageShown(answering)?.items.map(({ question }) => question.key) ?? []
    const said = JSON.stringify([questionKeys, language])
    if (said !== toldRef.current) report({ kind: 'at', questionKeys, language })
    toldRef.current = said
  }
}

/** Follows the form: settles it after a change of the questions, and goes where the author wants. */
function useFollowing() {
  const [view, setView] = useState<Answering | null>(null)
  const [hidden, setHidden] = useState<string | null>(null)
  const seenRef = useRef<Seen | null>(null)
  const wantedRef = useRef<string | null>(null)
  const tell = useReporting()
  const goWhereWanted = (answering: Answering) => {
    const wanted = wantedRef.current
    if (wanted === null) return
    wantedRef.current = null
    const key = outerKey(answering.survey, wanted)
    const page = pageWith(answering.pages, key)
    setHidden(page ? null : wanted)
    if (page && page !== pageShown(answering)) goTo(answering, page)
    setTimeout(() => (page ? bringIntoView(key) : window.scrollTo(0, 0)))
  }
  const watch: Watch = (answering, speech) => {
    const before = seenRef.current
    seenRef.current = { answering, speech }
    if (view?.form !== answering.form) setView(answering)
    if (before && before.answering.survey !== answering.survey) settle(answering, before.answering)
    goWhereWanted(answering)
    tell(answering, speech)
  }
  const want = (questionKey: string) => {
    wantedRef.current = questionKey
    if (seenRef.current) goWhereWanted(seenRef.current.answering)
  }
  const forget = () => {
    seenRef.current = null
    setHidden(null)
  }
  return { view, hidden, watch, want, forget, speech: () => seenRef.current?.speech }
}

/** The preview as it is told to be: a survey, the surroundings it is drawn in, and a question that is hidden. */
export function usePreview({ beneath, instead }: Additions) {
  const [survey, setSurvey] = useState<PublicSurvey | null>(null)
  const [round, setRound] = useState(0)
  const following = useFollowing()
  const followingRef = useRef(following)
  useLayoutEffect(() => {
    followingRef.current = following
  })
  useEffect(() => {
    const stop = hear((request: Request) => {
      const { want, forget, speech } = followingRef.current
      if (request.kind === 'show') setSurvey(request.survey)
      if ('questionKey' in request && request.questionKey !== undefined) want(request.questionKey)
      if (request.kind === 'language') speech()?.choose(request.language)
      if (request.kind === 'restart') {
        forget()
        setRound((rounds) => rounds + 1)
      }
    })
    report({ kind: 'ready' })
    return stop
  }, [])
  const surroundings = useMemo<Surroundings>(
    () => ({
      shelf: memoryShelf(),
      trail: memoryTrail(),
      beneath,
      instead,
      watch: (answering, speech) => followingRef.current.watch(answering, speech),
      mayFocus: () => document.hasFocus(),
    }),
    // A new round begins with empty hands.
    [round, beneath, instead],
  )
  return {
    survey,
    round,
    surroundings,
    view: following.view,
    hidden: following.hidden,
    closeHidden: following.forget,
  }
}
