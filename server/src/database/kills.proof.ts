import { afterAll, describe, expect, it } from 'vitest'
import { runKillRounds } from '../../testing/kill-rounds.ts'
import { respondents, sendAgain, type Receipts } from '../../testing/respondents.ts'
import { runHost, stopHost } from '../../testing/run-host.ts'
import { makeTemporaryFolder } from '../../testing/temporary-folder.ts'

describe('twenty kills of Node and PostgreSQL at once, while eight residents answer', () => {
  const { folder, remove } = makeTemporaryFolder()
  afterAll(remove)

  it('lose no acknowledged response, are each over within a minute, and leave every receipt valid', async () => {
    const receipts: Receipts = new Map()

    const { acknowledged, lost, readyAfterMs } = await runKillRounds(folder, 20, respondents(receipts))
    const host = runHost({ dataFolder: folder, script: 'application-host.ts' })
    const again = await sendAgain(host, receipts)
    await stopHost(host)

    const slowest = Math.max(...readyAfterMs)
    console.log(`potwierdzone: ${acknowledged}, zgubione: ${lost.length}, najdłuższy powrót: ${slowest} ms`)
    expect(lost).toEqual([])
    expect(acknowledged).toBeGreaterThanOrEqual(20 * 60)
    expect(slowest).toBeLessThan(60_000)
    expect(again).toEqual(receipts)
  })
})
