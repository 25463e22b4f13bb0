import type { FieldProblem } from '../errors.ts'
import { isStorableText } from '../text.ts'
import { isCommonPassword } from './common-passwords.ts'
import { LastAdministratorError } from './errors.ts'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128
const LONGEST_EMAIL = 254
const LONGEST_NAME = 120
const EMAIL = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\.]+(\.[^\s@<>"(),;:\\.]+)+$/

/** One spelling per address: trimmed, lower case, NFC. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

/** @returns problems of a new account's fields, none when they are fine; `path` names the field */
export function accountProblems(account: {
  readonly email: string
  readonly name: string
  readonly password: string
}): readonly FieldProblem[] {
  return [
    ...emailProblems(normaliseEmail(account.email)),
    ...nameProblems(account.name.trim()),
    ...passwordProblems(account.password, account.email),
  ]
}

function emailProblems(email: string): readonly FieldProblem[] {
  if (email.length <= LONGEST_EMAIL && EMAIL.test(email)) return []
  return [{ path: 'email', message: 'Proszę podać pełny adres e-mail, na przykład anna.nowak@gmina.pl.' }]
}

function nameProblems(name: string): readonly FieldProblem[] {
  const hasControl = /\p{Cc}/u.test(name)
  if (name !== '' && name.length <= LONGEST_NAME && !hasControl && isStorableText(name)) return []
  return [{ path: 'name', message: `Proszę podać imię i nazwisko, najwyżej ${LONGEST_NAME} znaków.` }]
}

/** Length counts characters as people see them; spaces are kept and count. */
export function passwordProblems(password: string, email: string): readonly FieldProblem[] {
  const problem = (message: string) => [{ path: 'password', message }]
  if (password.length > LONGEST_PASSWORD) {
    return problem(`Hasło może mieć najwyżej ${LONGEST_PASSWORD} znaków.`)
  }
  if ([...password.normalize('NFC')].length < SHORTEST_PASSWORD) {
    return problem(
      `Hasło musi mieć co najmniej ${SHORTEST_PASSWORD} znaków. Dobre hasło to na przykład cztery zwykłe słowa.`,
    )
  }
  if (!isStorableText(password)) return problem('Hasło zawiera niedozwolone znaki.')
  if (isCommonPassword(password) || isPartOfEmail(password, email)) {
    return problem('To hasło łatwo odgadnąć. Proszę wymyślić inne, na przykład z czterech zwykłych słów.')
  }
  return []
}

function isPartOfEmail(password: string, email: string): boolean {
  return normaliseEmail(password) === normaliseEmail(email)
}

/**
 * Refuses to disable the last administrator who can sign in.
 * @param activeAdministratorIds - accounts of all administrators who can sign in now
 * @throws LastAdministratorError
 */
export function assertAdministratorRemains(
  activeAdministratorIds: readonly string[],
  disabledId: string,
): void {
  const isAmongThem = activeAdministratorIds.includes(disabledId)
  if (isAmongThem && activeAdministratorIds.length === 1) throw new LastAdministratorError()
}
