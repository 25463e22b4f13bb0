import { useCallback, useEffect, useState } from 'preact/hooks'
import { pinDelay } from '@rozeznanie/core/terrain'
import { unlockDevice, wrongTries } from '../storage/device.ts'
import type { TerrainDatabase } from '../storage/layout.ts'
import { texts } from '../texts.ts'
import { Field, Note, Shell } from './Shell.tsx'

interface LockScreenProps {
  readonly database: TerrainDatabase
  onOpen(key: CryptoKey): void
  onForgotten(): void
}

/** Seconds left, by a clock that nobody can set; loading the page anew begins them anew. */
function useDelay(database: TerrainDatabase) {
  const [until, setUntil] = useState(0)
  const [now, setNow] = useState(() => performance.now())
  const begin = useCallback(async () => {
    const failures = await wrongTries(database)
    setNow(performance.now())
    setUntil(performance.now() + pinDelay(failures) * 1000)
  }, [database])
  useEffect(() => {
    void begin()
    const timer = setInterval(() => setNow(performance.now()), 250)
    return () => clearInterval(timer)
  }, [begin])
  return { seconds: Math.max(0, Math.ceil((until - now) / 1000)), begin }
}

/** Asks for the PIN; after several wrong ones it takes longer and longer. */
export function LockScreen({ database, onOpen, onForgotten }: LockScreenProps) {
  const [pin, setPin] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isOpening, setOpening] = useState(false)
  const { seconds, begin } = useDelay(database)
  const mayTry = pin !== '' && seconds === 0 && !isOpening
  const open = async () => {
    if (!mayTry) return
    setOpening(true)
    setWrong(false)
    const key = await unlockDevice(database, pin)
    setPin('')
    if (key) return onOpen(key)
    await begin()
    setOpening(false)
    setWrong(true)
  }
  return (
    <Shell title={texts.lock.title}>
      <p class="lead">{texts.lock.lead}</p>
      <form
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <Field
          id="pin"
          type="password"
          label={texts.lock.pin}
          fault={isWrong ? texts.lock.wrong : null}
          value={pin}
          onInput={setPin}
        />
        {seconds > 0 && <Note>{texts.lock.wait(seconds)}</Note>}
        <p class="go-on">
          <button type="submit" class="primary" aria-disabled={mayTry ? undefined : 'true'}>
            {isOpening ? texts.lock.opening : texts.lock.open}
          </button>
        </p>
      </form>
      <p>
        <button type="button" class="quiet" onClick={onForgotten}>
          {texts.lock.forgotten}
        </button>
      </p>
    </Shell>
  )
}
