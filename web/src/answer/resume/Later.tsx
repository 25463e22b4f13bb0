import { useEffect, useRef, useState } from 'preact/hooks'
import { spokenLanguage } from '../language.ts'
import type { Looks } from '../look/use-look.ts'
import { placeBefore } from '../place.ts'
import { MOVE_FIELD, STATE_FIELD } from '../plain/plain-form.ts'
import { printState } from '../plain/plain-state.ts'
import { texts } from '../texts.ts'
import type { Answering } from '../use-answering.ts'
import { codeProblems } from './code-problems.ts'
import { goPlain } from './go-plain.ts'
import { laterTextsIn } from './later-texts.ts'
import { CODE_FIELD, LaterView, type LaterMoves, type LaterShown } from './LaterView.tsx'
import { park, resume, type Begun } from './park.ts'
import { parkedDoor } from './parked-door.ts'
import { canSeal } from './sealing.ts'

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

/** How the person sees the form; it goes with it. */
const shownIn = ({ look }: Looks) => ({ language: spokenLanguage(), look, since: null })

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
    const begun = { ...shownIn(looks), draft: state.draft, place: placeBefore(place) }
    const outcome = await park(door, survey, begun, base)
    if (outcome.kind === 'kept') answering.keepParked(outcome.parked)
    if (outcome.kind === 'kept') setShown({ kind: 'kept', code: outcome.parked.code, until: outcome.until })
    else if (outcome.kind === 'elsewhere') setShown(outcome)
    else setShown({ kind: 'problem', message: outcome.kind === 'refused' ? outcome.message : null })
  }
  const plainly = (move: string, typed = '') => {
    const stand = printState({ ...shownIn(looks), draft: state.draft, place })
    goPlain(survey.code, { [STATE_FIELD]: stand, [MOVE_FIELD]: move, [CODE_FIELD]: typed })
  }
  const openCode = async (typed: string) => {
    const outcome = await resume(door, survey, typed)
    if (outcome.kind === 'found') take(outcome.state)
    else setShown(codeShown(answering, typed, codeProblems(laterTextsIn(texts.code), outcome)))
  }
  const moves: LaterMoves = {
    keep: () => (canSeal() ? busily(() => putAside()) : plainly('odloz:tak')),
    replace: (base) => busily(() => putAside(base)),
    takeOther: () => busily(() => openCode(state.draft?.parked?.code ?? '')),
    back: () => answering.go(placeBefore(place)),
    leave: () => answering.restart(),
    open: (typed) => (canSeal() ? busily(() => openCode(typed)) : plainly('dokoncz', typed)),
  }
  const address = `${window.location.host}/a/${survey.code}`
  const isShared = surroundings.isShared === true
  return <LaterView {...{ survey, shown, moves, isBusy, address, isShared }} />
}
