import { useEffect, useRef, useState } from 'preact/hooks'
import type { Patience } from './settings.ts'

const TOUCHES = ['pointerdown', 'keydown', 'input', 'scroll', 'touchmove'] as const
const SECOND_MS = 1_000

interface Idle {
  /** Seconds until the answers go; `null` while somebody is there. */
  readonly secondsLeft: number | null
  /** Somebody is there. */
  stay(): void
}

/**
 * Notices that nobody touches the screen any more. By the clock and not by counting: a tablet that slept is noticed as
 * soon as it wakes.
 *
 * @param asks - has somebody begun, so that they are asked first?
 */
export function useIdle({ idle, question }: Patience, asks: () => boolean, onGone: () => void): Idle {
  const lastRef = useRef<number | null>(null)
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  const askingRef = useRef(false)
  const goneRef = useRef({ asks, onGone })
  useEffect(() => {
    goneRef.current = { asks, onGone }
  })
  useEffect(() => {
    const touched = () => {
      // The question itself is answered by its buttons only.
      if (!askingRef.current) lastRef.current = Date.now()
    }
    const look = () => {
      if (lastRef.current === null) return
      const seconds = (Date.now() - lastRef.current) / SECOND_MS
      if (seconds < idle) return
      const left = Math.ceil(idle + question - seconds)
      if (left <= 0 || !goneRef.current.asks()) return goneRef.current.onGone()
      askingRef.current = true
      setSecondsLeft(left)
    }
    for (const touch of TOUCHES) window.addEventListener(touch, touched, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    const timer = setInterval(look, SECOND_MS)
    return () => {
      for (const touch of TOUCHES) window.removeEventListener(touch, touched, { capture: true })
      document.removeEventListener('visibilitychange', look)
      clearInterval(timer)
    }
  }, [idle, question])
  const stay = () => {
    askingRef.current = false
    lastRef.current = Date.now()
    setSecondsLeft(null)
  }
  return { secondsLeft, stay }
}
