import { type Passwords, createPasswords } from './passwords.ts'
import { type SetupCode, createSetupCode } from './setup-code.ts'
import { type Tries, type TryLimits, createTries } from './sign-in-tries.ts'

/** What signing in keeps in the memory of the process. */
export interface Accounts {
  readonly passwords: Passwords
  readonly tries: Tries
  readonly setupCode: SetupCode
}

export function createAccounts(limits?: TryLimits): Accounts {
  return { passwords: createPasswords(), tries: createTries(limits), setupCode: createSetupCode() }
}
