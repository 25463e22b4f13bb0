import { InvalidInputError, type FieldProblem } from '../errors.ts'
import { plainLetters } from '../plain-letters.ts'
import { isStorableText } from '../text.ts'
import { EMPTY_CODE, FIXED_CODES, LIMITS, type Code, type Codebook } from './model.ts'

/** A code as somebody typed it; without an id it is new. */
export interface TypedCode {
  readonly id?: string | null
  readonly label: string
  readonly description: string
}

export const emptyCodebook: Codebook = { codes: [], lastCode: 0 }

/** Every code that an answer can get, the fixed ones last. */
export const allCodes = ({ codes }: Codebook): readonly Code[] => [...codes, ...FIXED_CODES]

function labelProblem(label: string, earlier: readonly string[]): string | null {
  if (label === '') return 'Proszę nazwać kod.'
  if (!isStorableText(label))
    return 'Nazwa zawiera znaki, których nie da się zapisać. Proszę wpisać ją ponownie.'
  if (label.length > LIMITS.label) return `Nazwa kodu może mieć najwyżej ${LIMITS.label} znaków.`
  return earlier.includes(plainLetters(label))
    ? `Kod „${label}” już jest. Proszę nazwać go inaczej albo połączyć oba kody.`
    : null
}

function descriptionProblem(description: string): string | null {
  if (!isStorableText(description)) return 'Opis zawiera znaki, których nie da się zapisać.'
  return description.length > LIMITS.description
    ? `Opis kodu może mieć najwyżej ${LIMITS.description} znaków.`
    : null
}

function problemsOf(typed: readonly TypedCode[], known: ReadonlySet<string>): readonly FieldProblem[] {
  if (typed.length > LIMITS.codes) {
    const message = `Książka kodów może mieć najwyżej ${LIMITS.codes} kodów. Proszę połączyć rzadkie kody.`
    return [{ path: 'codes', message }]
  }
  const fixed = FIXED_CODES.map(({ label }) => plainLetters(label))
  return typed.flatMap(({ id, label, description }, index): FieldProblem[] => {
    const earlier = typed.slice(0, index).map((one) => plainLetters(one.label))
    const found = [
      { path: `codes.${index}.label`, message: labelProblem(label, [...fixed, ...earlier]) },
      { path: `codes.${index}.description`, message: descriptionProblem(description) },
      {
        path: `codes.${index}`,
        message:
          id != null && (!known.has(id) || typed.slice(0, index).some((one) => one.id === id))
            ? 'Tego kodu nie ma już w książce: ktoś go usunął albo połączył z innym. Proszę odświeżyć stronę.'
            : null,
      },
    ]
    return found.flatMap(({ path, message }) => (message === null ? [] : [{ path, message }]))
  })
}

/**
 * A codebook as it was typed: kept codes keep their ids, new ones get the next numbers. Codes that are not among the
 * typed ones are gone; what was coded by them must be moved first (see `recoded`).
 *
 * @throws InvalidInputError naming each wrong code
 */
export function changeCodebook(codebook: Codebook, typed: readonly TypedCode[]): Codebook {
  const tidy = typed.map(({ id, label, description }) => ({
    id: id ?? null,
    label: label.trim().replace(/\s+/g, ' '),
    description: description.trim(),
  }))
  const problems = problemsOf(tidy, new Set(codebook.codes.map(({ id }) => id)))
  if (problems.length > 0) throw new InvalidInputError(problems)
  let { lastCode } = codebook
  const codes = tidy.map(({ id, ...texts }) => ({ id: id ?? `c${++lastCode}`, ...texts }))
  return { codes, lastCode }
}

/**
 * The codes that an answer may get, in the order of the codebook. „Bez treści” goes with no other.
 *
 * @throws InvalidInputError for none, too many, unknown ones, or „bez treści” beside others
 */
export function checkCodes(codebook: Codebook, ids: readonly string[]): readonly string[] {
  const known = allCodes(codebook).map(({ id }) => id)
  const refuse = (message: string) => new InvalidInputError([{ path: 'codes', message }])
  if (ids.length === 0) throw refuse('Proszę wybrać co najmniej jeden kod.')
  if (ids.some((id) => !known.includes(id)))
    throw refuse('Tego kodu nie ma już w książce kodów. Proszę odświeżyć stronę i wybrać ponownie.')
  const chosen = known.filter((id) => ids.includes(id))
  if (chosen.length > LIMITS.perAnswer)
    throw refuse(`Jedna odpowiedź może mieć najwyżej ${LIMITS.perAnswer} kodów.`)
  if (chosen.length > 1 && chosen.includes(EMPTY_CODE))
    throw refuse('Kodu „Bez treści” nie można łączyć z innymi.')
  return chosen
}

/**
 * Codes of an answer after codes of the book were joined or dropped: `moves` says what became of each (`null`: gone).
 * An answer that loses its last code is to be coded again.
 *
 * @returns in no particular order; none when nothing is left
 */
export function recoded(
  codes: readonly string[],
  moves: Readonly<Record<string, string | null>>,
): readonly string[] {
  const moved = codes.flatMap((id) => (Object.hasOwn(moves, id) ? (moves[id] ?? []) : [id]))
  return [...new Set(moved)]
}
