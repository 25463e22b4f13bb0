import { InvalidInputError, type FieldProblem } from '../errors.ts'
import { isPlausiblePhone } from '../survey/index.ts'
import { isStorableText } from '../text.ts'
import type { InstitutionFacts } from './model.ts'

const LONGEST_NAME = 200
const LONGEST_EMAIL = 254
const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/
/** As many as one organisation asks at once. */
export const MOST_INSTITUTIONS = 500

const single = (text: string): string => text.replace(/\s+/g, ' ').trim()

function* problemsOf({ name, email, phone }: InstitutionFacts): Iterable<FieldProblem> {
  if (name === '') yield { path: 'name', message: 'Proszę wpisać nazwę instytucji.' }
  else if (!isStorableText(name))
    yield {
      path: 'name',
      message: 'Nazwa zawiera znaki, których nie da się zapisać. Proszę wpisać ją ponownie.',
    }
  else if (name.length > LONGEST_NAME)
    yield { path: 'name', message: `Nazwa może mieć najwyżej ${LONGEST_NAME} znaków.` }
  if (email !== '' && (!EMAIL.test(email) || !isStorableText(email) || email.length > LONGEST_EMAIL))
    yield { path: 'email', message: 'Proszę sprawdzić adres e-mail, na przykład sekretariat@szkola.pl.' }
  if (phone !== '' && !isPlausiblePhone(phone))
    yield {
      path: 'phone',
      message: 'Proszę podać numer telefonu z numerem kierunkowym, na przykład 41 123 45 67.',
    }
}

/**
 * An institution as it is stored: spaces put in order.
 *
 * @throws InvalidInputError with one sentence for each wrong field
 */
export function checkInstitution(typed: InstitutionFacts): InstitutionFacts {
  const facts = { name: single(typed.name), email: single(typed.email), phone: single(typed.phone) }
  const problems = [...problemsOf(facts)]
  if (problems.length > 0) throw new InvalidInputError(problems)
  return facts
}

/** A column of a pasted line belongs where it fits, so that any order of e-mail and telephone will do. */
function readLine(line: string): InstitutionFacts {
  const [name = '', ...rest] = line.split(/[;\t]/).map(single)
  const email = rest.find((part) => part.includes('@')) ?? ''
  const phone = rest.find((part) => part !== '' && part !== email) ?? ''
  return { name, email, phone }
}

/**
 * Institutions pasted from a list, a line each: „Szkoła Podstawowa w Bilczy; sekretariat@spbilcza.pl; 41 311 40 02”.
 * Empty lines are passed over, a name that comes again is taken once.
 *
 * @throws InvalidInputError whose paths are `lines.<number from 1>.<field>`
 */
export function readInstitutions(text: string): readonly InstitutionFacts[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }))
  const typed = lines.filter(({ line }) => line.trim() !== '')
  const found = new Map<string, InstitutionFacts>()
  const problems: FieldProblem[] = []
  for (const { line, number } of typed) {
    const facts = readLine(line)
    for (const { path, message } of problemsOf(facts)) {
      problems.push({ path: `lines.${number}.${path}`, message: `Wiersz ${number}: ${message}` })
    }
    const name = facts.name.toLocaleLowerCase('pl')
    if (!found.has(name)) found.set(name, facts)
  }
  if (typed.length === 0)
    problems.push({ path: 'lines', message: 'Proszę wkleić co najmniej jedną instytucję.' })
  if (found.size > MOST_INSTITUTIONS) {
    problems.push({ path: 'lines', message: `Naraz można dodać najwyżej ${MOST_INSTITUTIONS} instytucji.` })
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  return [...found.values()]
}
