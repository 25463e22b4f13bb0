/**
 * Keeps the app itself for work without a connection: the files of one build, each proved by its checksum, so that the
 * sign-in page of some network is never taken for a part of it. What the server says is never kept here, and nothing
 * is sent from here: the page does that, for only it holds the key.
 */
interface Precached {
  readonly url: string
  readonly sha256: string
}

/** Written by the build. */
declare const FILES: readonly Precached[]
declare const VERSION: string

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Extendable {
  readonly request: Request
  respondWith(reply: Promise<Response>): void
}
interface Scope {
  readonly clients: { claim(): Promise<void> }
  readonly location: Location
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
}
const worker = self as unknown as Scope

const PREFIX = 'rozeznanie-teren-'
const NAME = `${PREFIX}${VERSION}`
const HOME = FILES[0]?.url ?? ''

async function isWhole(reply: Response, { sha256 }: Precached): Promise<boolean> {
  if (!reply.ok || reply.redirected) return false
  const digest = await crypto.subtle.digest('SHA-256', await reply.clone().arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256
}

async function install(): Promise<void> {
  const cache = await caches.open(NAME)
  await Promise.all(
    FILES.map(async (file) => {
      const reply = await fetch(file.url, { cache: 'no-cache', credentials: 'same-origin' })
      if (!(await isWhole(reply, file))) throw new Error(`${file.url} is not what was built`)
      await cache.put(file.url, reply)
    }),
  )
}

async function removeOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name)),
  )
  await worker.clients.claim()
}

async function fromCache(request: Request, url: string): Promise<Response> {
  const cache = await caches.open(NAME)
  return (await cache.match(url)) ?? fetch(request)
}

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(removeOlder()))
// A new version takes over only when the page says that nobody is in the middle of an interview.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  const url = request.mode === 'navigate' ? HOME : pathname
  if (FILES.some((file) => file.url === url)) event.respondWith(fromCache(request, url))
})
