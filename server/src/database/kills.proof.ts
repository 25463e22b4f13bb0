import { afterAll, describe, expect, it } from 'vitest'
import { runKillRounds } from '../../testing/kill-rounds.ts'
import { makeTemporaryFolder } from '../../testing/temporary-folder.ts'

describe('twenty kills of Node and PostgreSQL at once', () => {
  const { folder, remove } = makeTemporaryFolder()
  afterAll(remove)

  it('lose no row that was acknowledged, and the database is back within 15 seconds each time', async () => {
    const { acknowledged, lost, readyAfterMs } = await runKillRounds(folder, 20)

    console.log(
      `potwierdzone: ${acknowledged}, zgubione: ${lost.length}, najdłuższy powrót: ${Math.max(...readyAfterMs)} ms`,
    )
    expect(lost).toEqual([])
    expect(acknowledged).toBeGreaterThan(1_000)
    expect(Math.max(...readyAfterMs)).toBeLessThan(15_000)
  })
})
