import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileOrder } from './prepared-file.ts'
import { PreparedFiles } from './prepared-files.ts'

const LIMITS = { keptFor: 60_000, abandonedAfter: 60_000, perPerson: 2, perHour: 50 }
let files = new PreparedFiles(LIMITS)
afterEach(() => files.close())

function opened(limits: Partial<typeof LIMITS> = {}): PreparedFiles {
  files = new PreparedFiles({ ...LIMITS, ...limits })
  return files
}

function anOrder(name: string, more: Partial<FileOrder> = {}): FileOrder {
  return {
    accountId: 'anna',
    name,
    state: 'now',
    make: async ({ write, progress }) => {
      progress(0, 2)
      await write(Buffer.from(`content of ${name}`))
      progress(2, 2)
      return 2
    },
    ...more,
  }
}

describe('files that people download', () => {
  it('are made once for each person and state, and read in any part', async () => {
    const own = opened()
    const file = own.prepare(anOrder('a'))
    const ready = await file.done

    expect(own.prepare(anOrder('a'))).toBe(file)
    expect(own.prepare(anOrder('a', { accountId: 'jan' }))).not.toBe(file)
    expect(own.prepare(anOrder('a', { state: 'later' }))).not.toBe(file)
    expect(own.find({ accountId: 'anna', name: 'a' }, ready.etag)).toBe(file)
    expect(own.find({ accountId: 'jan', name: 'a' }, ready.etag)).toBeNull()
    expect(await text(file.read(2, 8))).toBe('ntent o')
    expect(ready).toMatchObject({ size: 12, rowCount: 2 })
  })

  it('are never ready when their making fails; that is told once, and the next wish begins anew', async () => {
    const own = opened()
    const broken = anOrder('a', {
      make: async ({ write }) => {
        await write(Buffer.from('half of it'))
        throw new Error('9 rows were written of 10 responses')
      },
    })
    const file = own.prepare(broken)
    await expect(file.done).rejects.toThrow('9 rows')

    expect(file.ready).toBeNull()
    expect(own.prepare(broken)).toBe(file)
    expect(own.prepare(broken)).not.toBe(file)
  })

  it('are made one at a time, and a person waits for the one begun', async () => {
    const own = opened()
    let finish = () => {}
    const slow = own.prepare(
      anOrder('slow', {
        make: async () => {
          await new Promise<void>((resolve) => (finish = resolve))
          return 1
        },
      }),
    )
    const next = own.prepare(anOrder('next', { accountId: 'jan' }))
    await new Promise((resolve) => setTimeout(resolve, 20))

    expect(next.progress.rowCount).toBeNull()
    expect(() => own.prepare(anOrder('other'))).toThrow('Przygotowujemy już')
    finish()
    await Promise.all([slow.done, next.done])
    expect(next.ready?.rowCount).toBe(2)
  })

  it('give way: a person keeps the newest ones only, and begins so many within an hour', async () => {
    const own = opened({ perHour: 3 })
    const first = await own.prepare(anOrder('1')).done
    await own.prepare(anOrder('2')).done
    await own.prepare(anOrder('3')).done

    expect(own.find({ accountId: 'anna', name: '1' }, first.etag)).toBeNull()
    expect(() => own.prepare(anOrder('4'))).toThrow('W ciągu ostatniej godziny')
  })

  it('are given up when nobody asks for them any more', async () => {
    const own = opened({ abandonedAfter: 30 })
    const file = own.prepare(
      anOrder('slow', {
        make: async ({ progress }) => {
          for (let row = 0; ; row += 1) {
            progress(row, 1_000_000)
            await new Promise((resolve) => setTimeout(resolve, 5))
          }
        },
      }),
    )

    await expect(file.done).rejects.toThrow()
    expect(file.isEnded).toBe(true)
  })
})
