import { useEffect, useRef, useState } from 'preact/hooks'
import { spokenLanguage } from '../language.ts'
import type { Looks } from '../look/use-look.ts'
import { placeBefore } from '../place.ts'
import { texts } from '../texts.ts'
import type { Answering } from '../use-answering.ts'
import { codeProblems } from './code-problems.ts'
import { laterTextsIn } from './later-texts.ts'
import { CODE_FIELD, LaterView, type LaterMoves, type LaterShown } from './LaterView.tsx'
import { park, resume, type Begun } from './park.ts'
import { parkedDoor } from './parked-door.ts'

interface LaterProps {
  readonly answering: Answering
  readonly looks: Looks
}

const codeShown = (answering: Answering, typed = '', problems: readonly string[] = []): LaterShown => ({
  kind: 'code',
  ...{ typed, problems },
  replaces: Object.keys(answering.answers).length > 0,
})

function firstShown(answering: Answering): LaterShown {
  const { place, state } = answering
  if (place.kind === 'resume') return codeShown(answering)
  return { kind: 'ask', hasCode: state.draft?.parked !== undefined }
}

/** The heading of a new screen takes the focus; the field does where what was typed has to be put right. */
function useFocusOn(shown: LaterShown): void {
  const firstRef = useRef(shown)
  useEffect(() => {
    if (firstRef.current === shown) return
    document.getElementById(shown.kind === 'code' ? CODE_FIELD : 'naglowek')?.focus()
  }, [shown])
}

/** Puts the form aside, or comes back to one; everything is sealed and opened on this device. */
export function Later({ answering, looks }: LaterProps) {
  const { survey, surroundings, state, place } = answering
  const [shown, setShown] = useState(() => firstShown(answering))
  const [isBusy, setBusy] = useState(false)
  useFocusOn(shown)
  const door = parkedDoor(survey.code)
  const take = (begun: Begun) => surroundings.onResume?.(begun)
  const busily = (work: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    void work().finally(() => setBusy(false))
  }
  const putAside = async (base?: number) => {
    if (!state.draft) return
    const begun = {
      draft: state.draft,
      place: placeBefore(place),
      language: spokenLanguage(),
      look: looks.look,
      since: null,
    }
    const outcome = await park(door, survey, begun, base)
    if (outcome.kind === 'kept') answering.keepParked(outcome.parked)
    if (outcome.kind === 'kept') setShown({ kind: 'kept', code: outcome.parked.code, until: outcome.until })
    else if (outcome.kind === 'elsewhere') setShown(outcome)
    else setShown({ kind: 'problem', message: outcome.kind === 'refused' ? outcome.message : null })
  }
  const openCode = async (typed: string) => {
    const outcome = await resume(door, survey, typed)
    if (outcome.kind === 'found') take(outcome.state)
    else setShown(codeShown(answering, typed, codeProblems(laterTextsIn(texts.code), outcome)))
  }
  const moves: LaterMoves = {
    keep: () => busily(() => putAside()),
    replace: (base) => busily(() => putAside(base)),
    takeOther: () => busily(() => openCode(state.draft?.parked?.code ?? '')),
    back: () => answering.go(placeBefore(place)),
    leave: () => answering.restart(),
    open: (typed) => busily(() => openCode(typed)),
  }
  const address = `${window.location.host}/a/${survey.code}`
  const isShared = surroundings.isShared === true
  return <LaterView {...{ survey, shown, moves, isBusy, address, isShared }} />
}
