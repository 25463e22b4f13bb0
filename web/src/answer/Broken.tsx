import { Component, type ComponentChildren } from 'preact'
import { Phone } from './Frame.tsx'
import { texts } from './texts.ts'

interface BrokenPageProps {
  readonly phone: string | null
}

/** What is left when the page itself fails: whom to call. */
export function BrokenPage({ phone }: BrokenPageProps) {
  return (
    <main id="tresc">
      <h1>{texts.broken.title}</h1>
      <p class="lead">{texts.broken.lead}</p>
      {phone ? (
        <p>
          {texts.broken.call} <Phone number={phone} />
        </p>
      ) : (
        <p>{texts.broken.callNoNumber}</p>
      )}
      <p class="go-on">
        <button type="button" class="primary" onClick={() => window.location.reload()}>
          {texts.broken.reload}
        </button>
      </p>
    </main>
  )
}

export function MissingPage() {
  return (
    <main id="tresc">
      <h1>{texts.broken.missingTitle}</h1>
      <p class="lead">{texts.broken.missing}</p>
    </main>
  )
}

interface SafetyNetProps {
  readonly phone: string
  readonly children: ComponentChildren
}

interface SafetyNetState {
  readonly isBroken: boolean
}

/** Catches what a screen throws: a page with a telephone number instead of a blank one. */
export class SafetyNet extends Component<SafetyNetProps, SafetyNetState> {
  override state: SafetyNetState = { isBroken: false }

  static override getDerivedStateFromError(): SafetyNetState {
    return { isBroken: true }
  }

  override render({ phone, children }: SafetyNetProps, { isBroken }: SafetyNetState) {
    return isBroken ? <BrokenPage phone={phone} /> : <>{children}</>
  }
}
