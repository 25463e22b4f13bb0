import { useEffect, useState } from 'preact/hooks'

const WORKER = '/teren/sw.js'
const LOOK_EVERY_MS = 60 * 60_000

/** A newer version of the app that is ready and waits. */
export interface Update {
  readonly isWaiting: boolean
  install(): void
}

/** Keeps the app on the device; the page is loaded anew when another version takes over. */
export async function keepApp(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  let isKept = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isKept) window.location.reload()
    // The first worker only begins to keep the page that is there.
    isKept = true
  })
  try {
    await navigator.serviceWorker.register(WORKER, { scope: '/teren/', updateViaCache: 'none' })
  } catch {
    // Offline, or a network in the way: the version that is here goes on.
  }
}

export function useUpdate(): Update {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null)
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    let registration: ServiceWorkerRegistration | undefined
    const look = () => setWaiting(registration?.waiting ?? null)
    const ask = () => void registration?.update().then(look, () => undefined)
    void navigator.serviceWorker.ready.then((ready) => {
      registration = ready
      look()
      ready.addEventListener('updatefound', () => {
        ready.installing?.addEventListener('statechange', look)
      })
    })
    const timer = setInterval(ask, LOOK_EVERY_MS)
    window.addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', ask)
    }
  }, [])
  return { isWaiting: waiting !== null, install: () => waiting?.postMessage('take-over') }
}

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

/** What installs the app, where the browser offers it. */
export function useInstall(): (() => void) | null {
  const [offer, setOffer] = useState<InstallPrompt | null>(null)
  useEffect(() => {
    const keep = (event: Event) => {
      event.preventDefault()
      setOffer(event as InstallPrompt)
    }
    window.addEventListener('beforeinstallprompt', keep)
    return () => window.removeEventListener('beforeinstallprompt', keep)
  }, [])
  if (!offer) return null
  return () => {
    setOffer(null)
    void offer.prompt()
  }
}
