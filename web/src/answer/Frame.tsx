import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { LanguageChoice } from './LanguageChoice.tsx'
import { LookChoice } from './look/LookChoice.tsx'
import type { Looks } from './look/use-look.ts'
import { EnterGoesOn, MoveButton } from './PageForm.tsx'
import { plainForm } from './plain/plain-form.ts'
import { telephoneLink } from './polish.ts'
import { texts } from './texts.ts'
import { Trap } from './Trap.tsx'
import type { Speech } from './use-speech.ts'

interface FrameProps {
  readonly survey: PublicSurvey
  /** Changes with every screen: the heading then takes the focus. */
  readonly screen: string
  /** Title of the browser's window. */
  readonly title: string
  readonly speech: Speech
  readonly looks: Looks
  /** May a new screen take the focus? */
  readonly mayFocus?: (() => boolean) | undefined
  readonly onRestart?: () => void
  /** What the Enter key asks of the server where no script runs. */
  readonly enterMove?: string | undefined
  /** Puts the form aside, to be finished another time. */
  readonly onPark?: () => void
  readonly children: ComponentChildren
}

/** The frame of every screen: who asks, the screen, whom to call. It moves the focus to the heading of a new screen. */
export function Frame(props: FrameProps) {
  const { survey, screen, title, speech, looks, mayFocus, enterMove, onRestart, onPark, children } = props
  const isFirst = screen === '' && survey.status === 'OPEN'
  // Drawn anew only when it says something else, not with every answer.
  const { chosen } = speech
  const lookChoice = useMemo(
    () => <LookChoice key={chosen} looks={looks} isFirst={isFirst} />,
    [chosen, looks, isFirst],
  )
  const main = useRef<HTMLElement>(null)
  const isFirstRef = useRef(true)
  plainForm()?.onTitle(title)
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    // The first screen after loading is read from the top by itself.
    if (!isFirstRef.current) {
      window.scrollTo(0, 0)
      if (mayFocus?.() !== false) {
        main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
      }
    }
    isFirstRef.current = false
  }, [screen, mayFocus])

  const actionsRef = useRef({ onPark, onRestart })
  useLayoutEffect(() => {
    actionsRef.current = { onPark, onRestart }
  })
  const [canPark, canRestart] = [onPark !== undefined, onRestart !== undefined]
  const bottom = useMemo(
    () => (
      <Bottom
        key={chosen}
        survey={survey}
        {...(canPark && { onPark: () => actionsRef.current.onPark?.() })}
        {...(canRestart && { onRestart: () => actionsRef.current.onRestart?.() })}
      />
    ),
    [chosen, survey, canPark, canRestart],
  )
  const trap = useMemo(() => <Trap key={chosen} />, [chosen])

  return (
    <>
      {enterMove && <EnterGoesOn move={enterMove} />}
      <a
        class="skip"
        href="#tresc"
        onClick={(event) => {
          event.preventDefault()
          main.current?.querySelector<HTMLElement>('h1')?.focus()
        }}
      >
        {texts.skipToContent}
      </a>
      <header class="top">
        <p class="asker">{survey.organisationName}</p>
        {survey.isDemo && <p class="demo">{texts.demo}</p>}
        {speech.offered.length > 1 && <LanguageChoice speech={speech} />}
        {lookChoice}
      </header>
      <main id="tresc" ref={main}>
        {children}
        {trap}
      </main>
      {bottom}
    </>
  )
}

type BottomProps = Pick<FrameProps, 'survey' | 'onPark' | 'onRestart'>

/** Under every screen: whom to call, and the ways out. */
function Bottom({ survey, onPark, onRestart }: BottomProps) {
  return (
    <footer class="bottom">
      {survey.isDemo && <p>{texts.demoNote}</p>}
      {survey.contactPhone && (
        <p>
          {texts.helpLead} <Phone number={survey.contactPhone} />
        </p>
      )}
      {plainForm() && <p>{plainForm()?.texts.storage}</p>}
      {onPark && (
        <p>
          <MoveButton move="odloz" class="quiet" onClick={onPark}>
            {texts.later.park}
          </MoveButton>
        </p>
      )}
      {onRestart && (
        <p>
          <MoveButton move="od-nowa" class="quiet" onClick={onRestart}>
            {texts.restart.link}
          </MoveButton>
        </p>
      )}
    </footer>
  )
}

interface PhoneProps {
  readonly number: string
}

export function Phone({ number }: PhoneProps) {
  return (
    <a class="phone" href={telephoneLink(number)}>
      {number}
    </a>
  )
}

interface HeadingProps {
  readonly children: ComponentChildren
}

/** The one `h1` of a screen; it can take the focus though it is no control. */
export function Heading({ children }: HeadingProps) {
  return (
    <h1 tabIndex={-1} id="naglowek">
      {children}
    </h1>
  )
}
