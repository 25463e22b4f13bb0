import { useEffect, useState } from 'preact/hooks'
import { attendantTexts as texts } from './kiosk-texts.ts'
import { isPin, lockSeconds } from './pin.ts'
import type { KioskSettings } from './settings.ts'

interface PinFormProps {
  readonly pin: KioskSettings['pin']
  readonly label: string
  readonly onRight: () => void
}

const KEY = 'rozeznanie:tablet:proby'

interface Tries {
  readonly wrong: number
  /** When the next try is heard. */
  readonly after: number
}

function readTries(): Tries {
  const [wrong = 0, after = 0] = (sessionStorage.getItem(KEY) ?? '').split(' ').map(Number)
  return { wrong: wrong || 0, after: after || 0 }
}

function countWrong({ wrong }: Tries): Tries {
  const tries = { wrong: wrong + 1, after: Date.now() + lockSeconds(wrong + 1) * 1_000 }
  sessionStorage.setItem(KEY, `${tries.wrong} ${tries.after}`)
  return tries
}

/** Asks for the attendant's PIN; after wrong tries it listens less and less often. */
export function PinForm({ pin, label, onRight }: PinFormProps) {
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => document.getElementById('pin')?.focus(), [])
  const enter = async () => {
    const tries = readTries()
    const wait = Math.ceil((tries.after - Date.now()) / 1_000)
    setTyped('')
    if (wait > 0) return setFault(texts.locked(wait))
    if (!(await isPin(typed, pin))) {
      const { after } = countWrong(tries)
      const seconds = Math.ceil((after - Date.now()) / 1_000)
      return setFault(seconds > 0 ? `${texts.wrongPin} ${texts.locked(seconds)}` : texts.wrongPin)
    }
    sessionStorage.removeItem(KEY)
    onRight()
  }
  return (
    <form
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
    >
      <div class="field">
        <label for="pin">{texts.enterPin}</label>
        <div id="pin-blad" role="alert">
          {fault !== null && <p class="fault">{fault}</p>}
        </div>
        <input
          type="text"
          id="pin"
          class="pin"
          inputMode="numeric"
          maxLength={4}
          autocomplete="off"
          value={typed}
          aria-invalid={fault === null ? undefined : 'true'}
          aria-describedby="pin-blad"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <p class="go-on">
        <button type="submit" class="primary">
          {label}
        </button>
      </p>
    </form>
  )
}
