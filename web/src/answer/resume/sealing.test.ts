import { describe, expect, it } from 'vitest'
import { keysOf, open, seal } from './sealing.ts'

const CODE = 'kogut lampa rower sanki'

describe('sealed answers', () => {
  it('are opened by the code of the same survey, and by nothing else', async () => {
    const keys = await keysOf('aaaabbbb', CODE)
    const sealed = await seal(keys, '{"odpowiedź":"ławka"}')

    expect((await open(await keysOf('aaaabbbb', CODE), sealed))?.trimEnd()).toBe('{"odpowiedź":"ławka"}')
    expect(await open(await keysOf('aaaabbbb', 'kogut lampa rower sowa'), sealed)).toBeNull()
    expect(await open(await keysOf('ccccdddd', CODE), sealed)).toBeNull()
    expect(await open(keys, `${sealed.slice(0, 60)}A${sealed.slice(61)}`)).toBeNull()
    expect(await open(keys, 'nic')).toBeNull()
  })

  it('show neither the words nor how long the answers are, and are never sealed the same way twice', async () => {
    const keys = await keysOf('aaaabbbb', CODE)
    const [short, long] = [await seal(keys, '{}'), await seal(keys, 'x'.repeat(900))]

    expect(short).toHaveLength(long.length)
    expect(await seal(keys, '{}')).not.toBe(short)
    expect(keys.name).toMatch(/^[0-9a-f]{64}$/)
    expect(keys.secret.extractable).toBe(false)
  })
})
