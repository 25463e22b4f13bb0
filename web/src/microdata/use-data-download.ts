import { useEffect, useRef, useState } from 'react'
import { dataAddress, type FileWish, secondsLeft } from './data-file.ts'
import {
  FileGoneError,
  FileIncompleteError,
  FileRefusedError,
  fetchRest,
  type Pieces,
  saveAs,
  untilReady,
  verified,
} from './fetch-file.ts'

/** How far something is, and about how long it will still take; `null` where that cannot be told. */
interface Going {
  readonly done: number
  readonly secondsLeft: number | null
}

/** Where a download stands. */
export type DownloadStage =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'preparing'; readonly all: number | null } & Going)
  | ({ readonly kind: 'downloading'; readonly all: number } & Going)
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'done'
      readonly rowCount: number
      readonly size: number
      readonly name: string
      readonly isDigested: boolean
      readonly save: () => void
    }
  | { readonly kind: 'broken'; readonly done: number; readonly all: number }
  | {
      readonly kind: 'failed'
      readonly reason: 'incomplete' | 'changed' | 'refused'
      readonly message: string
    }

function failureOf(error: unknown, pieces: Pieces | null): DownloadStage {
  if (error instanceof FileRefusedError) return { kind: 'failed', reason: 'refused', message: error.message }
  if (error instanceof FileGoneError) return { kind: 'failed', reason: 'changed', message: '' }
  if (error instanceof FileIncompleteError) return { kind: 'failed', reason: 'incomplete', message: '' }
  return { kind: 'broken', done: pieces?.have ?? 0, all: pieces?.file.size ?? 0 }
}

/** What a download holds on to while it goes on and over a broken connection. */
interface Running {
  readonly wish: FileWish
  readonly stop: AbortController
  pieces: Pieces | null
}

function timer(): (share: number) => number | null {
  const since = performance.now()
  return (share) => secondsLeft(share, performance.now() - since)
}

async function run(surveyId: string, running: Running, show: (stage: DownloadStage) => void): Promise<void> {
  const { wish, stop } = running
  const address = dataAddress(surveyId, wish)
  const left = timer()
  if (running.pieces === null) {
    show({ kind: 'preparing', done: 0, all: null, secondsLeft: null })
    const file = await untilReady(address, stop.signal, (state) => {
      if (state.isReady) return
      const { doneRows: done, rowCount: all } = state
      show({ kind: 'preparing', done, all, secondsLeft: all ? left(done / all) : null })
    })
    running.pieces = { file, parts: [], have: 0, lines: 0 }
  }
  const { pieces } = running
  const { size, name, rowCount } = pieces.file
  const leftOfFetching = timer()
  const tell = (done: number) =>
    show({ kind: 'downloading', done, all: size, secondsLeft: leftOfFetching(done / size) })
  tell(pieces.have)
  await fetchRest(address, pieces, stop.signal, tell)
  show({ kind: 'checking' })
  const { blob, isDigested } = await verified(pieces, wish.format === 'csv')
  const save = () => saveAs(blob, name)
  save()
  show({ kind: 'done', rowCount, size, name, isDigested, save })
}

/** Prepares a data file, fetches it in pieces that survive a broken connection, and saves it when it is whole. */
export function useDataDownload(surveyId: string) {
  const [stage, setStage] = useState<DownloadStage>({ kind: 'idle' })
  const current = useRef<Running | null>(null)
  useEffect(() => () => current.current?.stop.abort(), [])

  async function go(running: Running): Promise<void> {
    current.current = running
    const show = (next: DownloadStage) => {
      if (current.current === running) setStage(next)
    }
    try {
      await run(surveyId, running, show)
    } catch (error) {
      if (!running.stop.signal.aborted) show(failureOf(error, running.pieces))
    }
  }

  const start = (wish: FileWish) => {
    current.current?.stop.abort()
    void go({ wish, stop: new AbortController(), pieces: null })
  }
  const resume = () => {
    const before = current.current
    if (before) void go({ ...before, stop: new AbortController() })
  }
  const cancel = () => {
    current.current?.stop.abort()
    current.current = null
    setStage({ kind: 'idle' })
  }
  return { stage, start, resume, cancel }
}
