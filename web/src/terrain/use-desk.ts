import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { localDayOf } from '@rozeznanie/core/survey'
import { deviceWarnings, type DeviceFacts, type DeviceWarning } from '@rozeznanie/core/terrain'
import { theServer, type Server } from './server.ts'
import { noteServerAhead, serverAhead } from './storage/device.ts'
import { isToSend, type Holdings, type Tablet } from './storage/tablet.ts'
import { aloneOrNot, askToPersist, freeBytes, isInstalled, isIos, otherPages } from './surroundings.ts'
import { createSync, type Sync, type SyncState } from './sync.ts'

/** What the screens of an unlocked device work with. */
export interface Desk {
  readonly tablet: Tablet
  readonly holdings: Holdings
  readonly server: Server
  readonly sync: Sync
  readonly syncState: SyncState
  readonly facts: DeviceFacts
  readonly warnings: readonly DeviceWarning[]
  /** The day by the server's clock, as far as it was heard. */
  today(): string
  /** Reads everything anew after a change, and tells the other pages of the device. */
  changed(): Promise<void>
  /** Looks at the device anew. */
  look(): Promise<void>
  lock(): void
}

const ROUND_MS = 30_000
const IDLE_MS = 10 * 60_000
const UNTOUCHED: SyncState = { isRunning: false, trouble: null, heardAt: null }

type Device = Pick<DeviceFacts, 'isPersistent' | 'freeBytes' | 'serverAheadMs'>

function useDevice(tablet: Tablet) {
  const [device, setDevice] = useState<Device>({ isPersistent: true, freeBytes: null, serverAheadMs: null })
  const aheadRef = useRef(0)
  const look = useCallback(async () => {
    const [isPersistent, free, serverAheadMs] = await Promise.all([
      askToPersist(),
      freeBytes(),
      serverAhead(tablet.database),
    ])
    aheadRef.current = serverAheadMs ?? 0
    setDevice({ isPersistent, freeBytes: free, serverAheadMs })
  }, [tablet])
  useEffect(() => void look(), [look])
  const today = useCallback(() => localDayOf(new Date(Date.now() + aheadRef.current)), [])
  return { device, look, today }
}

/** Everything in memory goes with the page: only the PIN opens the device again. */
export function lockNow(): void {
  window.location.replace('/teren/')
}

function useIdleLock(onIdle: () => void) {
  useEffect(() => {
    let touchedAt = performance.now()
    const touch = () => (touchedAt = performance.now())
    const timer = setInterval(() => performance.now() - touchedAt > IDLE_MS && onIdle(), 5_000)
    const events = ['pointerdown', 'keydown', 'input'] as const
    for (const event of events) window.addEventListener(event, touch, { passive: true })
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, touch)
    }
  }, [onIdle])
}

function useRounds(sync: Sync) {
  useEffect(() => {
    const round = () => void sync.round()
    const ask = () => void sync.round({ evenNothing: true })
    ask()
    const timer = setInterval(round, ROUND_MS)
    window.addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', ask)
    }
  }, [sync])
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return isOnline
}

function factsOf(device: Device, holdings: Holdings, now: number, isOnline: boolean): DeviceFacts {
  const times = holdings.queue.map(({ finishedAt }) => finishedAt)
  const oldestWaitingAt = times.length === 0 ? null : Math.min(...times)
  return { ...device, now, oldestWaitingAt, isOnline, isIos: isIos(), isInstalled: isInstalled() }
}

/** How many notes of visits wait. */
export const visitsToSend = ({ visits }: Holdings): number => visits.filter(isToSend).length

/** Opens the desk over an unlocked tablet. */
export function useDesk(tablet: Tablet, first: Holdings): Desk {
  const [holdings, setHoldings] = useState(first)
  const [syncState, setSyncState] = useState(UNTOUCHED)
  const { device, look, today } = useDevice(tablet)
  const readAnew = useCallback(async () => setHoldings(await tablet.read()), [tablet])
  const pages = useMemo(
    () => otherPages((news) => (news === 'lock' ? lockNow() : void readAnew())),
    [readAnew],
  )
  useEffect(() => pages.close, [pages])
  const changed = useCallback(async () => {
    await readAnew()
    pages.tell('changed')
  }, [readAnew, pages])
  const server = useMemo(
    () => theServer(fetch.bind(window), (ahead) => void noteServerAhead(tablet.database, ahead).then(look)),
    [tablet, look],
  )
  const sync = useMemo(
    () =>
      createSync({
        tablet,
        server,
        today,
        alone: aloneOrNot,
        now: () => Date.now(),
        onChange: async (state) => {
          setSyncState(state)
          await changed()
        },
      }),
    [tablet, server, today, changed],
  )
  const lock = useCallback(() => {
    pages.tell('lock')
    lockNow()
  }, [pages])
  useRounds(sync)
  useIdleLock(lock)
  const facts = factsOf(device, holdings, useMinute(), useOnline())
  const warnings = deviceWarnings(facts)
  return { tablet, holdings, server, sync, syncState, facts, warnings, today, changed, look, lock }
}
