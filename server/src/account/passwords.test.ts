import { expect, it } from 'vitest'
import { createPasswords } from './passwords.ts'

const passwords = createPasswords()
const PASSWORD = '  zażółć gęślą jaźń 🐈 '

it('stores argon2id with 19 MiB, two passes and one lane', async () => {
  expect(await passwords.hash(PASSWORD)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

it('knows a password however its letters are composed', async () => {
  const stored = await passwords.hash(PASSWORD.normalize('NFC'))

  expect(await passwords.matches(PASSWORD.normalize('NFD'), stored)).toBe(true)
})

it('keeps spaces at the ends and every other character', async () => {
  const stored = await passwords.hash(PASSWORD)

  expect(await passwords.matches(PASSWORD.trim(), stored)).toBe(false)
  expect(await passwords.matches(PASSWORD.toUpperCase(), stored)).toBe(false)
})

it('answers no for an account that is not there, after the same work', async () => {
  expect(await passwords.matches('nobody has this password', null)).toBe(false)
})

it('refuses a password of a megabyte without hashing it', async () => {
  const stored = await passwords.hash(PASSWORD)
  const started = performance.now()

  expect(await passwords.matches('a'.repeat(1_000_000), stored)).toBe(false)
  expect(performance.now() - started).toBeLessThan(20)
})

it('hashes for a crowd of twenty, each with its own answer', async () => {
  const stored = await passwords.hash(PASSWORD)
  const tries = Array.from({ length: 20 }, (_, index) =>
    passwords.matches(index % 2 === 0 ? PASSWORD : 'inne', stored),
  )

  expect(await Promise.all(tries)).toEqual(Array.from({ length: 20 }, (_, index) => index % 2 === 0))
})
