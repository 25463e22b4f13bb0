import { useEffect, useRef, useState, type RefObject } from 'react'

const FIRST_GUESS_PX = 640

/** The width of an element as it is now, in whole pixels. */
export function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null)
  const [width, setWidth] = useState(FIRST_GUESS_PX)
  useEffect(() => {
    const seen = element.current
    if (!seen || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, Math.floor(entry.contentRect.width)))
    })
    observer.observe(seen)
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
