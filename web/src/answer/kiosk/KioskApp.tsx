import type { PublicSurvey } from '@rozeznanie/core/survey'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { AnswerApp } from '../AnswerApp.tsx'
import { announce } from '../announce.ts'
import { Heading } from '../Frame.tsx'
import { POLISH, type Language } from '../language.ts'
import { firstLook, rememberedLook, type Look } from '../look/look.ts'
import { forgetParked, holding, surveyFor } from '../opened.ts'
import { memoryShelf, memoryTrail } from '../preview/in-memory.ts'
import type { Begun } from '../resume/park.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Answering } from '../use-answering.ts'
import { rememberedLanguage } from '../use-speech.ts'
import { Attendant } from './Attendant.tsx'
import { KioskSending } from './KioskSending.tsx'
import { attendantTexts as texts } from './kiosk-texts.ts'
import { guardHistory, startAnew } from './leaving.ts'
import { NoPass } from './NoPass.tsx'
import { PinForm } from './PinForm.tsx'
import type { KioskKey } from './sealed-outbox.ts'
import type { KioskSettings } from './settings.ts'
import { StillThere } from './StillThere.tsx'
import { Thanks } from './Thanks.tsx'
import { useIdle } from './use-idle.ts'
import { useOutbox, type Waiting } from './use-outbox.ts'

interface KioskAppProps {
  readonly survey: PublicSurvey
  readonly kioskKey: KioskKey
  readonly settings: KioskSettings
  /** Does the server take what is answered here? */
  readonly isLetIn: boolean
}

type OwnProps = Omit<KioskAppProps, 'isLetIn'>

/** One person at the tablet: nothing of theirs is anywhere but in the memory of this document. */
interface Person {
  readonly survey: PublicSurvey
  readonly surroundings: Surroundings
  readonly language: Language
  readonly look: Look
  /** Another one when a form that was put aside takes the place of this. */
  readonly round: number
}

const fresh = (): Surroundings => ({ shelf: memoryShelf(), trail: memoryTrail() })

function usePerson(survey: PublicSurvey, own: Partial<Surroundings>) {
  const [person, setPerson] = useState<Person>(() => {
    return { survey, surroundings: fresh(), language: POLISH, look: firstLook(survey), round: 0 }
  })
  const onResume = useCallback(
    (begun: Begun) => {
      const take = async () => {
        const surroundings = holding(survey, fresh(), begun)
        const opened = await surveyFor(survey, surroundings)
        const language = await rememberedLanguage(opened, surroundings)
        const look = rememberedLook(opened, surroundings.shelf)
        setPerson(({ round }) => ({ survey: opened, surroundings, language, look, round: round + 1 }))
      }
      void take()
    },
    [survey],
  )
  const surroundings = useMemo(() => ({ ...person.surroundings, ...own, onResume }), [person, own, onResume])
  return { ...person, surroundings }
}

/** Full screen and a screen that stays on, as soon as the browser allows it: after a touch. */
function useFirstTouch({ isFullScreen }: KioskSettings): void {
  useEffect(() => {
    const touch = () => {
      const page = document.documentElement
      if (isFullScreen && !document.fullscreenElement) page.requestFullscreen?.().catch(() => undefined)
      navigator.wakeLock?.request('screen').catch(() => undefined)
    }
    window.addEventListener('click', touch, { once: true })
    return () => window.removeEventListener('click', touch)
  }, [isFullScreen])
}

function useOwnSurroundings({ survey, kioskKey, settings }: OwnProps, { outbox, sendNow }: Waiting) {
  const seenRef = useRef<Answering | null>(null)
  const { thanks } = settings.patience
  const own = useMemo(
    (): Partial<Surroundings> => ({
      isShared: true,
      watch: (answering) => void (seenRef.current = answering),
      onRestart: () => startAnew(),
      onSent: (draft) => forgetParked(survey.code, draft),
      instead: (answering) => (
        <KioskSending
          answering={answering}
          kioskKey={kioskKey}
          outbox={outbox}
          thanksSeconds={thanks}
          onSealed={sendNow}
        />
      ),
      ending: (answering, ending) => <Thanks answering={answering} ending={ending} seconds={thanks} />,
    }),
    [survey, kioskKey, outbox, sendNow, thanks],
  )
  const seen = useCallback(() => seenRef.current, [])
  return { own, seen }
}

/** The form on a shared tablet, and what keeps one person's answers from the next. */
export function KioskApp({ survey, kioskKey, settings, isLetIn }: KioskAppProps) {
  const [isLocked, setLocked] = useState(settings.isAttended)
  const [isMenu, setMenu] = useState(false)
  const waiting = useOutbox(survey.code, kioskKey)
  const { own, seen } = useOwnSurroundings({ survey, kioskKey, settings }, waiting)
  const person = usePerson(survey, own)
  const hasBegun = useCallback(() => Boolean(seen()?.state.draft), [seen])
  const { secondsLeft, stay } = useIdle(settings.patience, hasBegun, () => startAnew())
  useFirstTouch(settings)
  useEffect(() => guardHistory(() => void seen()?.surroundings.trail.back(), hasBegun), [seen, hasBegun])
  const isAsking = secondsLeft !== null
  useEffect(() => announce(''), [isAsking])
  const isCovered = isMenu || isAsking
  return (
    <>
      {isAsking && <StillThere secondsLeft={secondsLeft} onStay={stay} />}
      {isMenu && !isAsking && (
        <Attendant
          surveyCode={survey.code}
          settings={settings}
          waiting={waiting}
          onClose={() => setMenu(false)}
        />
      )}
      <div hidden={isCovered}>
        {!isLetIn ? (
          <NoPass survey={survey} />
        ) : isLocked ? (
          <Locked survey={survey} settings={settings} onOpen={() => setLocked(false)} />
        ) : (
          <AnswerApp key={person.round} {...person} />
        )}
        <aside class="bottom kiosk-bar" aria-label={texts.attendant}>
          {waiting.waiting > 0 && <p role="status">{texts.waiting(waiting.waiting)}</p>}
          <p>
            <button type="button" class="quiet" lang="pl" onClick={() => setMenu(true)}>
              {texts.attendant}
            </button>
          </p>
        </aside>
      </div>
    </>
  )
}

interface LockedProps extends Pick<KioskAppProps, 'survey' | 'settings'> {
  readonly onOpen: () => void
}

function Locked({ survey, settings, onOpen }: LockedProps) {
  return (
    <main id="tresc">
      <Heading>{texts.lockedTitle}</Heading>
      <p class="lead">{survey.title}</p>
      <p>{texts.lockedLead}</p>
      <PinForm pin={settings.pin} label={texts.begin} onRight={onOpen} />
    </main>
  )
}
