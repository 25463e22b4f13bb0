import { useEffect, useMemo, useState } from 'preact/hooks'
import { pinFault, type TerrainBundle } from '@rozeznanie/core/terrain'
import { theServer } from '../server.ts'
import { noteServerAhead, prepareDevice } from '../storage/device.ts'
import type { TerrainDatabase } from '../storage/layout.ts'
import { Tablet } from '../storage/tablet.ts'
import { askToPersist } from '../surroundings.ts'
import { texts } from '../texts.ts'
import { Field, Shell } from './Shell.tsx'
import { SignIn } from './SignIn.tsx'

interface SetUpProps {
  readonly database: TerrainDatabase
  onReady(tablet: Tablet): void
}

/** Once, with a connection: who works with this device, what they take along, and the PIN. */
export function SetUp({ database, onReady }: SetUpProps) {
  const [bundle, setBundle] = useState<TerrainBundle | null>(null)
  const server = useMemo(
    () => theServer(fetch.bind(window), (ahead) => void noteServerAhead(database, ahead)),
    [database],
  )
  useEffect(() => {
    // Whoever comes from the workspace is signed in already.
    void server.bundle().then((told) => told.kind === 'TOLD' && setBundle(told.value))
  }, [server])
  const take = (fetched: TerrainBundle) => {
    setBundle(fetched)
    return null
  }
  const choose = async (pin: string) => {
    if (!bundle) return
    await askToPersist()
    const tablet = new Tablet(database, await prepareDevice(database, pin))
    await tablet.keepBundle(bundle)
    onReady(tablet)
  }
  return (
    <Shell title={texts.setUp.title}>
      {bundle ? (
        <PinChoice name={bundle.account.name} onChoose={choose} />
      ) : (
        <>
          <p class="lead">{texts.setUp.lead}</p>
          <h2>{texts.setUp.signIn}</h2>
          <SignIn server={server} onBundle={take} />
        </>
      )}
    </Shell>
  )
}

interface PinChoiceProps {
  readonly name: string
  onChoose(pin: string): Promise<void>
}

function PinChoice({ name, onChoose }: PinChoiceProps) {
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const weak = pinFault(pin)
  const isSame = pin === again
  const submit = async () => {
    setTried(true)
    if (weak !== null || !isSame || isBusy) return
    setBusy(true)
    await onChoose(pin)
  }
  return (
    <form
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{texts.setUp.pinTitle}</h2>
      <p>{texts.setUp.pinLead(name)}</p>
      <Field
        id="pin"
        type="password"
        autocomplete="new-password"
        label={texts.setUp.pin}
        hint={texts.setUp.pinHint}
        fault={isTried && weak !== null ? texts.setUp.fault(weak) : null}
        value={pin}
        onInput={setPin}
      />
      <Field
        id="pin-drugi"
        type="password"
        autocomplete="new-password"
        label={texts.setUp.again}
        fault={isTried && weak === null && !isSame ? texts.setUp.differ : null}
        value={again}
        onInput={setAgain}
      />
      <p class="go-on">
        <button type="submit" class="primary" aria-disabled={isBusy ? 'true' : undefined}>
          {isBusy ? texts.setUp.finishing : texts.setUp.finish}
        </button>
      </p>
    </form>
  )
}
