import { useEffect, useRef, useState } from 'preact/hooks'
import { texts } from '../texts.ts'
import type * as Reader from './reader.ts'

interface Reading {
  readonly reader: typeof Reader
  readonly voice: SpeechSynthesisVoice
}

/** The reader with a voice of the page's language; `null` while there is none. */
function useReader(language: string): Reading | null {
  const [reading, setReading] = useState<Reading | null>(null)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    let stop: (() => void) | null = null
    let isLeft = false
    import('./reader.ts').then(
      (reader) => {
        if (!isLeft) stop = reader.watchVoice(language, (voice) => setReading(voice && { reader, voice }))
      },
      () => undefined,
    )
    return () => {
      isLeft = true
      stop?.()
    }
  }, [language])
  return reading
}

/** Reads the screen aloud when asked, if the device has a voice for it; leaving the screen stops it. */
export function ReadAloud() {
  const reading = useReader(texts.code)
  const [isReading, setReading] = useState(false)
  const stopRef = useRef<(() => void) | null>(null)
  const stop = () => {
    stopRef.current?.()
    stopRef.current = null
    setReading(false)
  }
  useEffect(() => () => stopRef.current?.(), [])
  if (!reading) return null
  const start = () => {
    const screen = document.getElementById('tresc')
    if (!screen) return
    setReading(true)
    stopRef.current = reading.reader.sayAll(reading.voice, reading.reader.piecesOf(screen), stop)
  }
  return (
    <p>
      <button type="button" class="secondary read-aloud" onClick={isReading ? stop : start}>
        {isReading ? texts.reading.stop : texts.reading.start}
      </button>
    </p>
  )
}
