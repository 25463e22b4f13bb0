import { useState } from 'preact/hooks'
import type { TerrainBundle } from '@rozeznanie/core/terrain'
import type { Server } from '../server.ts'
import { texts } from '../texts.ts'
import { Field } from './Shell.tsx'

interface SignInProps {
  readonly server: Server
  /** @returns a sentence when this is not who may go on */
  onBundle(bundle: TerrainBundle): string | null
}

type Told = Awaited<ReturnType<Server['bundle']>>
function wordsOf(told: Exclude<Told, { kind: 'TOLD' }>): string {
  if (told.kind === 'HELD') return told.message ?? texts.trouble('FAILED')
  return texts.trouble(told.kind === 'STOPPED' ? told.reason : 'FAILED')
}

/** Signs in on the server and fetches what this person takes along. */
export function SignIn({ server, onBundle }: SignInProps) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const enter = async (): Promise<string | null> => {
    const signedIn = await server.signIn(email, password)
    if (signedIn.kind !== 'TOLD') return wordsOf(signedIn)
    if (signedIn.value !== null) return signedIn.value
    const told = await server.bundle()
    return told.kind === 'TOLD' ? onBundle(told.value) : wordsOf(told)
  }
  const submit = async () => {
    if (isBusy) return
    setBusy(true)
    setFault(null)
    const refused = await enter()
    setPassword('')
    setFault(refused)
    setBusy(false)
  }
  return (
    <form
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field id="email" type="email" label={texts.setUp.email} value={email} onInput={setEmail} />
      <Field
        id="haslo"
        type="password"
        autocomplete="current-password"
        label={texts.setUp.password}
        fault={fault}
        value={password}
        onInput={setPassword}
      />
      <p class="go-on">
        <button type="submit" class="primary" aria-disabled={isBusy ? 'true' : undefined}>
          {isBusy ? texts.setUp.checking : texts.setUp.submit}
        </button>
      </p>
    </form>
  )
}
