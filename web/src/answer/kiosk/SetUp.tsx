import type { PublicSurvey } from '@rozeznanie/core/survey'
import { useState } from 'preact/hooks'
import { Heading } from '../Frame.tsx'
import { texts as own } from '../texts.ts'
import { attendantTexts as texts } from './kiosk-texts.ts'
import { hashPin, PIN } from './pin.ts'
import { IDLE_CHOICES, keepSettings, QUESTION_SECONDS, THANKS_CHOICES } from './settings.ts'

interface SetUpProps {
  readonly survey: PublicSurvey
  readonly onReady: () => void
}

const minutes = (seconds: number) => texts.minutes(seconds / 60)

/** Settles how the shared tablet works; nothing leaves the device. */
export function SetUp({ survey, onReady }: SetUpProps) {
  const [isAttended, setAttended] = useState(false)
  const [idle, setIdle] = useState<number>(IDLE_CHOICES[1])
  const [thanks, setThanks] = useState<number>(THANKS_CHOICES[1])
  const [isFullScreen, setFullScreen] = useState(true)
  const [pin, setPin] = useState('')
  const [isFaulty, setFaulty] = useState(false)
  const start = async () => {
    if (!PIN.test(pin)) {
      setFaulty(true)
      return document.getElementById('pin')?.focus()
    }
    const patience = { idle, question: QUESTION_SECONDS, thanks }
    keepSettings(sessionStorage, { isAttended, isFullScreen, patience, pin: await hashPin(pin) })
    onReady()
  }
  return (
    <>
      <header class="top">
        <p class="asker">{survey.organisationName}</p>
        {survey.isDemo && <p class="demo">{own.demo}</p>}
      </header>
      <main id="tresc">
        <Heading>{texts.setUpTitle}</Heading>
        <p class="lead">{survey.title}</p>
        <p>{texts.setUpLead}</p>
        <form
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault()
            void start()
          }}
        >
          <fieldset>
            <legend>{texts.whoStarts}</legend>
            <div class="choices">
              <Pick id="sami" label={texts.alone} isPicked={!isAttended} onPick={() => setAttended(false)} />
              <Pick
                id="obsluga"
                label={texts.attended}
                isPicked={isAttended}
                onPick={() => setAttended(true)}
              />
            </div>
          </fieldset>
          <Times
            id="bezczynnosc"
            label={texts.idle}
            of={IDLE_CHOICES}
            say={minutes}
            chosen={idle}
            choose={setIdle}
          />
          <Times
            id="podziekowanie"
            label={texts.thanks}
            of={THANKS_CHOICES}
            say={texts.seconds}
            chosen={thanks}
            choose={setThanks}
          />
          <div class="choice">
            <input
              type="checkbox"
              id="pelny"
              checked={isFullScreen}
              onChange={(event) => setFullScreen(event.currentTarget.checked)}
            />
            <label for="pelny">
              <span>{texts.fullScreen}</span>
            </label>
          </div>
          <NewPin pin={pin} isFaulty={isFaulty} onInput={setPin} />
          <p class="note">{texts.advice}</p>
          <p class="go-on">
            <button type="submit" class="primary">
              {texts.start}
            </button>
          </p>
        </form>
      </main>
    </>
  )
}

interface PickProps {
  readonly id: string
  readonly label: string
  readonly isPicked: boolean
  readonly onPick: () => void
}

function Pick({ id, label, isPicked, onPick }: PickProps) {
  return (
    <div class="choice">
      <input type="radio" name="kto" id={id} checked={isPicked} onChange={onPick} />
      <label for={id}>
        <span>{label}</span>
      </label>
    </div>
  )
}

interface TimesProps {
  readonly id: string
  readonly label: string
  readonly of: readonly number[]
  readonly say: (seconds: number) => string
  readonly chosen: number
  readonly choose: (seconds: number) => void
}

function Times({ id, label, of, say, chosen, choose }: TimesProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} autocomplete="off" onChange={(event) => choose(Number(event.currentTarget.value))}>
        {of.map((seconds) => (
          <option key={seconds} value={seconds} selected={seconds === chosen}>
            {say(seconds)}
          </option>
        ))}
      </select>
    </div>
  )
}

interface NewPinProps {
  readonly pin: string
  readonly isFaulty: boolean
  readonly onInput: (pin: string) => void
}

function NewPin({ pin, isFaulty, onInput }: NewPinProps) {
  return (
    <div class="field">
      <label for="pin">{texts.pin}</label>
      <p class="hint" id="pin-jak">
        {texts.pinHint}
      </p>
      <div id="pin-blad" role="alert">
        {isFaulty && <p class="fault">{texts.pinFault}</p>}
      </div>
      <input
        type="text"
        id="pin"
        inputMode="numeric"
        maxLength={4}
        autocomplete="off"
        value={pin}
        aria-invalid={isFaulty ? 'true' : undefined}
        aria-describedby="pin-blad pin-jak"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  )
}
