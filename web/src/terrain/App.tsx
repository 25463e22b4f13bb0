import { useCallback, useEffect, useState } from 'preact/hooks'
import { Desktop } from './screens/Desktop.tsx'
import { ForgottenPin } from './screens/ForgottenPin.tsx'
import { LockScreen } from './screens/LockScreen.tsx'
import { SetUp } from './screens/SetUp.tsx'
import { Shell } from './screens/Shell.tsx'
import { isPrepared } from './storage/device.ts'
import type { TerrainDatabase } from './storage/layout.ts'
import { Tablet, type Holdings } from './storage/tablet.ts'
import { texts } from './texts.ts'

type Stage =
  | { readonly kind: 'looking' | 'empty' | 'locked' | 'forgotten' | 'damaged' }
  | { readonly kind: 'open'; readonly tablet: Tablet; readonly holdings: Holdings }

interface AppProps {
  readonly database: TerrainDatabase
}

/** The app from its first screen on: prepared once, opened by the PIN, then the desk. */
export function App({ database }: AppProps) {
  const [stage, setStage] = useState<Stage>({ kind: 'looking' })
  const look = useCallback(async () => {
    setStage({ kind: (await isPrepared(database)) ? 'locked' : 'empty' })
  }, [database])
  useEffect(() => void look(), [look])
  const open = async (tablet: Tablet) => {
    try {
      setStage({ kind: 'open', tablet, holdings: await tablet.read() })
    } catch {
      setStage({ kind: 'damaged' })
    }
  }
  switch (stage.kind) {
    case 'looking':
      return null
    case 'empty':
      return <SetUp database={database} onReady={(tablet) => void open(tablet)} />
    case 'locked':
      return (
        <LockScreen
          database={database}
          onOpen={(key) => void open(new Tablet(database, key))}
          onForgotten={() => setStage({ kind: 'forgotten' })}
        />
      )
    case 'forgotten':
      return (
        <ForgottenPin
          database={database}
          onBack={() => setStage({ kind: 'locked' })}
          onWiped={() => void look()}
        />
      )
    case 'damaged':
      return <Damaged onRescue={() => setStage({ kind: 'forgotten' })} />
    case 'open':
      return <Desktop tablet={stage.tablet} holdings={stage.holdings} />
  }
}

interface DamagedProps {
  onRescue(): void
}

function Damaged({ onRescue }: DamagedProps) {
  return (
    <Shell title={texts.broken.title}>
      <p class="lead">{texts.broken.damaged}</p>
      <p>
        <button type="button" class="primary" onClick={onRescue}>
          {texts.ledger.rescue}
        </button>
      </p>
    </Shell>
  )
}
