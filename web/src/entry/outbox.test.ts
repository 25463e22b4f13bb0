import { describe, expect, it, vi } from 'vitest'
import { Outbox, type SendOutcome } from './outbox.ts'
import { newId, numberAfter, type WaitingSheet } from './sheet.ts'

const sheet = (sheetNumber: string): WaitingSheet => ({
  id: newId(),
  mode: 'PAPI',
  versionId: 'version',
  sheetNumber,
  answers: { a: 'yes' },
  problem: null,
})

class Tab {
  private readonly kept = new Map<string, string>()
  getItem = (name: string) => this.kept.get(name) ?? null
  setItem = (name: string, text: string) => void this.kept.set(name, text)
}

function aHouse(outcomes: (sheet: WaitingSheet) => SendOutcome | Error, storage: Tab | null = new Tab()) {
  const sent: string[] = []
  const calls: (() => void)[] = []
  const send = (one: WaitingSheet): Promise<SendOutcome> => {
    sent.push(one.sheetNumber)
    const outcome = outcomes(one)
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
  }
  const later = (call: () => void) => void calls.push(call)
  const open = () => new Outbox('survey', { send, storage, later })
  return { sent, calls, open, outbox: open() }
}
const stored = ({ sheetNumber }: WaitingSheet): SendOutcome => ({
  kind: 'stored',
  receipt: `R${sheetNumber}`,
})
const numbers = (sheets: readonly { readonly sheetNumber: string }[]) => sheets.map((one) => one.sheetNumber)
const settled = () => vi.waitFor(() => Promise.resolve())

describe('sheets on their way', () => {
  it('are sent in order, and their receipts are told, the newest first', async () => {
    const { outbox, sent } = aHouse(stored)
    for (const number of ['1', '2', '3']) outbox.add(sheet(number))
    await vi.waitFor(() => expect(outbox.snapshot().waiting).toEqual([]))

    expect(sent).toEqual(['1', '2', '3'])
    expect(outbox.snapshot().received.map(({ receipt }) => receipt)).toEqual(['R3', 'R2', 'R1'])
  })

  it('wait while the server is away, also over a reload of the page, and go when it is back', async () => {
    let isAway = true
    const { outbox, open, calls } = aHouse((one) => (isAway ? new Error('no network') : stored(one)))
    for (const number of ['1', '2', '3']) outbox.add(sheet(number))
    await vi.waitFor(() => expect(outbox.snapshot().isAway).toBe(true))
    const ids = outbox.snapshot().waiting.map(({ id }) => id)
    expect(numbers(outbox.snapshot().waiting)).toEqual(['1', '2', '3'])
    expect(calls).toHaveLength(1)

    const again = open()
    expect(again.snapshot().waiting.map(({ id }) => id)).toEqual(ids)
    isAway = false
    await again.sendAll()

    expect([again.snapshot().waiting, again.snapshot().isAway]).toEqual([[], false])
    expect(numbers(again.snapshot().received)).toEqual(['3', '2', '1'])
  })

  it('that are refused stay with the reason and do not hold the others up', async () => {
    let isClosed = true
    const { outbox } = aHouse((one) =>
      isClosed && one.sheetNumber === '1'
        ? { kind: 'refused', message: 'Ankieta jest zamknięta.' }
        : stored(one),
    )
    outbox.add(sheet('1'))
    outbox.add(sheet('2'))
    await vi.waitFor(() => expect(numbers(outbox.snapshot().received)).toEqual(['2']))
    expect(outbox.snapshot().waiting.map(({ problem }) => problem)).toEqual(['Ankieta jest zamknięta.'])

    isClosed = false
    outbox.retry()
    await vi.waitFor(() => expect(numbers(outbox.snapshot().received)).toEqual(['1', '2']))
  })

  it('that are taken back to be corrected are not lost on the way', async () => {
    const { outbox, open } = aHouse(() => ({ kind: 'refused', message: 'Nie.' }))
    const one = sheet('1')
    outbox.add(one)
    await vi.waitFor(() => expect(outbox.snapshot().waiting[0]?.problem).toBe('Nie.'))
    outbox.remove(one.id)
    outbox.begin(one)

    expect([open().snapshot().begun?.id, open().snapshot().waiting]).toEqual([one.id, []])
  })

  it('stay in memory where the tab may keep nothing', async () => {
    const { outbox } = aHouse(() => new Error('no network'), null)
    outbox.add(sheet('1'))
    await settled()
    expect(numbers(outbox.snapshot().waiting)).toEqual(['1'])
  })
})

it('numbers of sheets go on, and marks that are no numbers are left to the person', () => {
  expect(['7', '007', 'B/3'].map(numberAfter)).toEqual(['8', '8', ''])
})
