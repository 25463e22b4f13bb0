import { useCallback, useEffect, useRef } from 'react'

/** The same work at once, but not again before the pause is over; what is asked for meanwhile is done once, at its end. */
export function useThrottled(work: () => void, pauseMs: number): () => void {
  const workRef = useRef(work)
  const timerRef = useRef<ReturnType<typeof setTimeout> | null>(null)
  const isAskedRef = useRef(false)
  useEffect(() => {
    workRef.current = work
  }, [work])
  useEffect(
    () => () => {
      if (timerRef.current) clearTimeout(timerRef.current)
    },
    [],
  )
  return useCallback(() => {
    const pause = () => {
      timerRef.current = setTimeout(() => {
        timerRef.current = null
        if (!isAskedRef.current) return
        isAskedRef.current = false
        workRef.current()
        pause()
      }, pauseMs)
    }
    if (timerRef.current) {
      isAskedRef.current = true
      return
    }
    workRef.current()
    pause()
  }, [pauseMs])
}
