/** What the app asks of the browser around it, in one place. */
const SENDING = 'rozeznanie-teren-wysylanie'

/** Runs while no other page of this device sends; not at all when one does. */
export async function aloneOrNot(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work()
  await navigator.locks.request(SENDING, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
  })
}

/** Runs as soon as no page of this device sends. */
export async function whenNobodySends(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work()
  await navigator.locks.request(SENDING, work)
}

/** Holds something for as long as this page wants. @returns what lets it go; `null` when another page holds it */
export async function hold(name: string): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return () => undefined
  return new Promise((resolve) => {
    void navigator.locks.request(`rozeznanie-teren-${name}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null)
      return new Promise<void>((release) => resolve(release))
    })
  })
}

type News = 'changed' | 'lock'

/** Tells the other pages of this device, and hears them. */
export function otherPages(onNews: (news: News) => void) {
  if (typeof BroadcastChannel === 'undefined')
    return { tell: (_news: News) => undefined, close: () => undefined }
  const channel = new BroadcastChannel('rozeznanie-teren')
  channel.onmessage = ({ data }: MessageEvent<News>) => onNews(data)
  return { tell: (news: News) => channel.postMessage(news), close: () => channel.close() }
}

export function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

export function isInstalled(): boolean {
  const isStandalone = 'standalone' in navigator && navigator.standalone === true
  return isStandalone || window.matchMedia('(display-mode: standalone)').matches
}

export async function freeBytes(): Promise<number | null> {
  try {
    const { quota, usage = 0 } = await navigator.storage.estimate()
    return quota === undefined ? null : Math.max(0, quota - usage)
  } catch {
    return null
  }
}

/** Asks the browser not to clear the storage; asking again is harmless. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist())
  } catch {
    return false
  }
}

/** Gives a file to the person. */
export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A page that holds a lock is not kept in memory after it is left: nothing of anybody comes back by „Wstecz”. */
export function stayOutOfMemory(): void {
  if (!('locks' in navigator)) return
  void navigator.locks.request(
    'rozeznanie-teren-otwarte',
    { mode: 'shared' },
    () => new Promise(() => undefined),
  )
}
