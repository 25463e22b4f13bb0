import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { startFaultProxy } from '../../testing/fault-proxy.ts'
import { runHost, stopHost, type Host } from '../../testing/run-host.ts'
import { filledForms, sendAll, sendOnce, type Form } from '../../testing/stubborn-phones.ts'
import { makeTemporaryFolder } from '../../testing/temporary-folder.ts'
import { openDatabase } from '../database/database.ts'

const ANSWERS = 2_000
const folders: { remove(): void }[] = []
afterAll(() => folders.forEach(({ remove }) => remove()))

function aFolder(): string {
  const made = makeTemporaryFolder()
  folders.push(made)
  return made.folder
}

const hostOn = (dataFolder: string) => runHost({ dataFolder, script: 'application-host.ts' })
const announced = async (host: Host) => JSON.parse(await host.ready) as Form & { readonly port: number }

interface StoredRow {
  readonly id: string
  readonly answers: string
}

async function rowsIn(dataFolder: string): Promise<readonly StoredRow[]> {
  const silent = { say: () => undefined, giveUp: () => undefined }
  const db = await openDatabase({ databaseUrl: null, dataFolder, ...silent })
  try {
    return (await db.pool.query<StoredRow>('SELECT id, answers::text AS answers FROM response ORDER BY id'))
      .rows
  } finally {
    await db.close()
  }
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).toSorted()

describe('two thousand answers over a network that fails six times in ten', () => {
  it('are all acknowledged, stored once each, and have the same receipts when all are sent again', async () => {
    const folder = aFolder()
    const host = hostOn(folder)
    const { port, ...form } = await announced(host)
    const proxy = await startFaultProxy(1)
    proxy.forwardTo(port)
    const filled = filledForms(form, ANSWERS)

    const sent = await sendAll({ port: proxy.port, form, filled, phones: 64 })
    const again = await sendAll({ port, form, filled, phones: 16 })

    await proxy.close()
    await stopHost(host)
    const rows = await rowsIn(folder)
    console.log(
      `R01: ${sent.receipts.size} potwierdzeń w ${sent.tries} próbach, wierszy ${rows.length}`,
      proxy.counts,
    )
    expect(sent.receipts.size).toBe(ANSWERS)
    expect(again.receipts).toEqual(sent.receipts)
    expect(idsOf(rows)).toEqual(idsOf(filled))
  })
})

describe('the same while the server is killed every three seconds', () => {
  it('loses and doubles none', async () => {
    const folder = aFolder()
    const proxy = await startFaultProxy(2)
    let host = hostOn(folder)
    const { port, ...form } = await announced(host)
    proxy.forwardTo(port)
    const filled = filledForms(form, ANSWERS)
    const readyAfterMs: number[] = []
    let isSending = true

    const sending = sendAll({ port: proxy.port, form, filled, phones: 16, pauseMs: 150 }).finally(() => {
      isSending = false
    })
    for (await pause(3_000); isSending; await pause(3_000)) {
      proxy.forwardTo(null)
      host.child.kill('SIGKILL')
      await host.ended
      const start = performance.now()
      host = hostOn(folder)
      proxy.forwardTo((await announced(host)).port)
      readyAfterMs.push(Math.round(performance.now() - start))
    }
    const sent = await sending
    const last = await announced(host)
    const again = await sendAll({ port: last.port, form, filled, phones: 16 })
    await proxy.close()
    await stopHost(host)

    const rows = await rowsIn(folder)
    const slowest = Math.max(...readyAfterMs)
    console.log(
      `R02: ${readyAfterMs.length} zabić, ${sent.tries} prób, wierszy ${rows.length}, najdłuższy powrót ${slowest} ms`,
    )
    expect(readyAfterMs.length).toBeGreaterThanOrEqual(3)
    expect(again.receipts).toEqual(sent.receipts)
    expect(idsOf(rows)).toEqual(idsOf(filled))
  })
})

describe('one form sent from sixty-four places at the same instant', () => {
  it('is one row with one receipt, fifty times over; a byte changed never changes what is stored', async () => {
    const folder = aFolder()
    const host = hostOn(folder)
    const { port, ...form } = await announced(host)
    const filled = filledForms(form, 50)
    const receiptsOf: number[] = []

    for (const one of filled) {
      const receipts = await Promise.all(Array.from({ length: 64 }, () => sendOnce(port, form, one)))
      receiptsOf.push(new Set(receipts).size)
      expect(receipts).not.toContain(null)
    }
    const changed = filled[0] ?? { id: '', body: '' }
    const conflicts: number[] = []
    for (let change = 0; change < 100; change += 1) {
      const body = changed.body.replace('"CAWI"', '"KIOSK"').replace('"1"', change % 2 === 0 ? '"2"' : '"1"')
      const reply = await fetch(`http://127.0.0.1:${port}/a/${form.code}/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      conflicts.push(reply.status)
    }
    await stopHost(host)

    const rows = await rowsIn(folder)
    const kept = rows.find(({ id }) => id === changed.id)?.answers ?? ''
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    console.log(`R05: ${rows.length} wierszy z ${50 * 64} wysłań; R06: ${conflicts.length} konfliktów`)
    expect(new Set(receiptsOf)).toEqual(new Set([1]))
    expect(rows).toHaveLength(50)
    expect(new Set(conflicts)).toEqual(new Set([409]))
    expect(sha256(kept)).toBe(sha256('{"needs_help": "1"}'))
  })
})

describe('a server that is asked to stop while fifty answers a second come', () => {
  it('finishes what it began, ends with 0 within ten seconds, and has every acknowledged row', async () => {
    const folder = aFolder()
    const host = hostOn(folder)
    const { port, ...form } = await announced(host)
    const receipts = new Map<string, string>()
    const sending: Promise<void>[] = []
    const timer = setInterval(() => {
      const [one] = filledForms(form, 1)
      if (!one) return
      sending.push(
        sendOnce(port, form, one).then((receipt) => void (receipt !== null && receipts.set(one.id, receipt))),
      )
    }, 20)
    await pause(3_000)
    const start = performance.now()

    const code = await stopHost(host)

    const stoppedAfterMs = Math.round(performance.now() - start)
    clearInterval(timer)
    await Promise.all(sending)
    const stored = new Set(idsOf(await rowsIn(folder)))
    const lost = [...receipts.keys()].filter((id) => !stored.has(id))
    console.log(
      `R07: kod ${code} po ${stoppedAfterMs} ms, potwierdzone ${receipts.size}, zgubione ${lost.length}`,
    )
    expect(code).toBe(0)
    expect(stoppedAfterMs).toBeLessThan(10_000)
    expect(receipts.size).toBeGreaterThan(50)
    expect(lost).toEqual([])
  })
})
