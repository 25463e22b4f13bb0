import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** What was given with the last drawing, for what is called later: it needs not begin anew for it. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latestRef = useRef(value)
  useLayoutEffect(() => {
    latestRef.current = value
  })
  return latestRef
}
