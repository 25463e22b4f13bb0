import { useEffect } from 'preact/hooks'
import type { Holdings, Tablet } from '../storage/tablet.ts'
import { stayOutOfMemory } from '../surroundings.ts'
import { texts } from '../texts.ts'
import { useInstall, useUpdate } from '../updates.ts'
import { useDesk } from '../use-desk.ts'
import { useScreen } from '../use-screen.ts'
import { Begin } from './Begin.tsx'
import { Home } from './Home.tsx'
import { Interview } from './Interview.tsx'
import { Ledger } from './Ledger.tsx'
import { Note, Shell } from './Shell.tsx'
import { SignIn } from './SignIn.tsx'
import { VisitForm } from './VisitForm.tsx'

interface DesktopProps {
  readonly tablet: Tablet
  readonly holdings: Holdings
}

/** The app behind the PIN. */
export function Desktop({ tablet, holdings }: DesktopProps) {
  const desk = useDesk(tablet, holdings)
  const [screen, go] = useScreen()
  const update = useUpdate()
  const install = useInstall()
  useEffect(() => stayOutOfMemory(), [])
  const home = () => go({ kind: 'home' })
  switch (screen.kind) {
    case 'home':
      return <Home desk={desk} update={update} install={install} go={go} />
    case 'ledger':
      return <Ledger desk={desk} go={go} />
    case 'begin':
      return <Begin key={screen.surveyId} desk={desk} surveyId={screen.surveyId} go={go} />
    case 'visit':
      return <VisitForm key={screen.surveyId} desk={desk} surveyId={screen.surveyId} onDone={home} />
    case 'interview':
      return (
        <>
          {update.isWaiting && <Note tone="calm">{texts.home.updateLater}</Note>}
          <Interview key={screen.id} desk={desk} id={screen.id} go={go} />
        </>
      )
    case 'sign-in':
      return (
        <Shell title={texts.home.signIn}>
          <SignIn
            server={desk.server}
            onBundle={({ account }) => {
              if (account.id !== desk.holdings.bundle?.account.id) return texts.setUp.wrongAccount
              void desk.sync.round({ evenNothing: true })
              home()
              return null
            }}
          />
          <p>
            <button type="button" class="quiet back" onClick={home}>
              {texts.ledger.back}
            </button>
          </p>
        </Shell>
      )
  }
}
