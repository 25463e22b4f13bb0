import { useCallback, useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'

interface LeaveGuard {
  /** The person wants to another page while something is not saved. */
  readonly isAsking: boolean
  readonly stay: () => void
  readonly leave: () => void
  /** From now on leaving is fine: everything is saved. */
  readonly open: () => void
}

/** Asks before unsaved text is lost: by our dialog inside the workspace, by the browser's own at its door. */
export function useLeaveGuard(hasUnsaved: boolean): LeaveGuard {
  const isOpen = useRef(false)
  const blocker = useBlocker(
    useCallback(
      ({ currentLocation, nextLocation }) =>
        hasUnsaved && !isOpen.current && currentLocation.pathname !== nextLocation.pathname,
      [hasUnsaved],
    ),
  )
  useEffect(() => {
    if (!hasUnsaved) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [hasUnsaved])
  return {
    isAsking: blocker.state === 'blocked',
    stay: () => blocker.reset?.(),
    leave: () => blocker.proceed?.(),
    open: () => {
      isOpen.current = true
    },
  }
}
