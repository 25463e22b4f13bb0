import { useCallback, useEffect, useState } from 'preact/hooks'

/** Where in the app a person is. */
export type Screen =
  | { readonly kind: 'home' | 'ledger' | 'sign-in' }
  | { readonly kind: 'begin' | 'visit'; readonly surveyId: string }
  | { readonly kind: 'interview'; readonly id: string }

const HOME: Screen = { kind: 'home' }
const HOME_ADDRESS = '/teren/'

function screenIn(state: unknown): Screen | null {
  if (typeof state !== 'object' || state === null || !('screen' in state)) return null
  return state.screen as Screen
}

const isStep = (state: unknown): boolean => typeof state === 'object' && state !== null && 'step' in state

/** The screen, with the browser's own way back. Inside an interview that way belongs to the form. */
export function useScreen(): readonly [Screen, (screen: Screen, hash?: string) => void] {
  const [screen, setScreen] = useState(HOME)
  useEffect(() => {
    history.replaceState({ screen: HOME }, '', HOME_ADDRESS)
    const onMove = ({ state }: PopStateEvent) => {
      const wanted = screenIn(state)
      if (wanted) setScreen(wanted)
      else setScreen((now) => (now.kind === 'interview' && isStep(state) ? now : HOME))
    }
    window.addEventListener('popstate', onMove)
    return () => window.removeEventListener('popstate', onMove)
  }, [])
  const go = useCallback((next: Screen, hash = '') => {
    history.pushState({ screen: next, step: 0 }, '', HOME_ADDRESS + hash)
    setScreen(next)
    window.scrollTo(0, 0)
  }, [])
  return [screen, go]
}
