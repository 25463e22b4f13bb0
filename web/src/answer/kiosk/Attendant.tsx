import { normaliseSurveyCode } from '@rozeznanie/core/survey'
import { useEffect, useState } from 'preact/hooks'
import { Heading } from '../Frame.tsx'
import { attendantTexts as texts } from './kiosk-texts.ts'
import { kioskAddress, startAnew } from './leaving.ts'
import { PinForm } from './PinForm.tsx'
import { keepPass, keepSettings, type KioskSettings } from './settings.ts'
import type { Waiting } from './use-outbox.ts'

interface AttendantProps {
  readonly surveyCode: string
  readonly settings: KioskSettings
  readonly waiting: Waiting
  readonly onClose: () => void
}

/** Saves a file of what waits, for an organiser to take in. */
async function saveFile({ outbox }: Waiting): Promise<void> {
  const address = URL.createObjectURL(new Blob([await outbox.file()], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'ankiety-z-tabletu.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** What the attendant can do, behind the PIN; the form underneath is covered. */
export function Attendant(props: AttendantProps) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => document.getElementById('naglowek')?.focus(), [isOpen])
  return (
    <main class="kiosk-cover">
      <Heading>{texts.menuTitle}</Heading>
      {isOpen ? (
        <Menu {...props} />
      ) : (
        <PinForm pin={props.settings.pin} label={texts.enter} onRight={() => setOpen(true)} />
      )}
      <p>
        <button type="button" class="quiet" onClick={props.onClose}>
          {texts.close}
        </button>
      </p>
    </main>
  )
}

function leave(address?: string): void {
  keepSettings(sessionStorage, null)
  if (document.fullscreenElement) void document.exitFullscreen()
  startAnew(address)
}

function end(surveyCode: string): void {
  keepPass(sessionStorage, null)
  leave(`/a/${surveyCode}`)
}

function Menu({ surveyCode, waiting }: AttendantProps) {
  const [other, setOther] = useState('')
  const code = normaliseSurveyCode(other)
  const enterFullScreen = () => document.documentElement.requestFullscreen?.().catch(() => undefined)
  return (
    <>
      <p role="status">
        {texts.waiting(waiting.waiting)} {waiting.refused > 0 && texts.refused(waiting.refused)}
      </p>
      {waiting.waiting > 0 && (
        <p class="go-on two">
          <button type="button" class="secondary" onClick={waiting.sendNow}>
            {texts.sendNow}
          </button>
          <button type="button" class="secondary" onClick={() => void saveFile(waiting)}>
            {texts.saveFile}
          </button>
        </p>
      )}
      <p class="go-on two">
        <button type="button" class="secondary" onClick={() => void enterFullScreen()}>
          {texts.fullScreenNow}
        </button>
        <button type="button" class="secondary" onClick={() => leave(kioskAddress(surveyCode))}>
          {texts.change}
        </button>
        <button type="button" class="danger" onClick={() => end(surveyCode)}>
          {texts.leave}
        </button>
      </p>
      <p>{texts.wipes}</p>
      <div class="field">
        <label for="inna">{texts.another}</label>
        <p class="hint" id="inna-jak">
          {texts.anotherHint}
        </p>
        <input
          type="text"
          id="inna"
          autocomplete="off"
          autocapitalize="none"
          aria-describedby="inna-jak"
          value={other}
          onInput={(event) => setOther(event.currentTarget.value)}
        />
      </div>
      <p class="go-on">
        <button
          type="button"
          class="secondary"
          disabled={code === null}
          onClick={() => code !== null && startAnew(kioskAddress(code))}
        >
          {texts.openAnother}
        </button>
      </p>
    </>
  )
}
