import { useEffect, useRef, useState } from 'react'

/** Width of a common phone, in CSS pixels. */
export const PHONE_WIDTH = 390

/** How much smaller than a real phone the room for one is: 1 or less, and 1 until it is measured. */
export function usePhoneScale() {
  const roomRef = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  useEffect(() => {
    const room = roomRef.current
    if (!room) return
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? PHONE_WIDTH
      if (width > 0) setScale(Math.min(1, width / PHONE_WIDTH))
    })
    observer.observe(room)
    return () => observer.disconnect()
  }, [])
  return { roomRef, scale }
}
