import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { LONGEST_PASSWORD } from '@rozeznanie/core/account'

// argon2id with the least parameters OWASP names: 19 MiB, 2 passes, 1 lane.
const ARGON2ID: Algorithm = 2
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const AT_ONCE = 2

/** Hashes and compares passwords, two at a time, so that a crowd signing in does not stop everybody else. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** With `null` for the hash it takes as long as with a real one and answers false. */
  matches(password: string, storedHash: string | null): Promise<boolean>
}

/** @returns hashing of NFC-normalised passwords with at most two hashes at work at once */
export function createPasswords(): Passwords {
  const turn = createTurns(AT_ONCE)
  const hashOf = (password: string) => turn(() => hash(password.normalize('NFC'), OPTIONS))
  let dummy: Promise<string> | undefined
  return {
    hash: hashOf,
    matches: async (password, storedHash) => {
      if (password.length > LONGEST_PASSWORD) return false
      const against = storedHash ?? (await (dummy ??= hashOf('nobody has this password')))
      const isEqual = await turn(() => verify(against, password.normalize('NFC')))
      return isEqual && storedHash !== null
    },
  }
}

function createTurns(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
