import type { FieldProblem } from '../errors.ts'

const LONGEST_NAME = 200
const MOST_MUNICIPALITIES = 500
const PHONE = /^\+?[\d ()-]{7,20}$/

/** @returns problems of an organisation's fields, none when they are fine; an empty phone is allowed */
export function organisationProblems(organisation: {
  readonly name: string
  readonly phone: string
  readonly municipalityCodes: readonly string[]
}): readonly FieldProblem[] {
  const name = organisation.name.trim()
  const phone = organisation.phone.trim()
  const problems: FieldProblem[] = []
  if (name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name)) {
    problems.push({
      path: 'name',
      message: `Proszę podać nazwę organizacji, najwyżej ${LONGEST_NAME} znaków.`,
    })
  }
  if (phone !== '' && !PHONE.test(phone)) {
    problems.push({
      path: 'phone',
      message: 'Proszę podać numer telefonu cyframi, na przykład 41 123 45 67.',
    })
  }
  return [...problems, ...municipalityProblems(organisation.municipalityCodes)]
}

function municipalityProblems(codes: readonly string[]): readonly FieldProblem[] {
  const path = 'municipalityCodes'
  if (codes.length === 0)
    return [{ path, message: 'Proszę wskazać co najmniej jedną gminę, którą obsługuje organizacja.' }]
  if (codes.length > MOST_MUNICIPALITIES)
    return [{ path, message: `Można wskazać najwyżej ${MOST_MUNICIPALITIES} gmin.` }]
  return []
}
