/** One thing wrong with a form. Without a `name` it concerns the form as a whole. */
export interface FormProblem {
  readonly name?: string
  readonly message: string
}

interface Refusal {
  readonly message: string
  readonly problems?: readonly { readonly path: string; readonly message: string }[]
}

/** A refusal of the server as problems of the form: by field where it names fields, else of the whole form. */
export function problemsOf(refusal: Refusal): readonly FormProblem[] {
  if (!refusal.problems || refusal.problems.length === 0) return [{ message: refusal.message }]
  return refusal.problems.map(({ path, message }) => ({ name: path.replace(/^input\./, ''), message }))
}

/**
 * The message for one field. A problem of a part of the field (`localities.3.name`) is shown at the field
 * `localities`, as the part has no control of its own.
 */
export function errorOf(problems: readonly FormProblem[], name: string): string | undefined {
  return problems.find((problem) => problem.name === name || problem.name?.startsWith(`${name}.`))?.message
}

/** The field whose control a problem belongs to: the longest of `names` that is the problem's path or its beginning. */
export function fieldOf(problem: FormProblem, names: readonly string[]): string | undefined {
  return names
    .filter((name) => problem.name === name || problem.name?.startsWith(`${name}.`))
    .sort((one, other) => other.length - one.length)[0]
}

/** Problems in the order of the fields on the page; what concerns the whole form comes first. */
export function inPageOrder(
  problems: readonly FormProblem[],
  names: readonly string[],
): readonly FormProblem[] {
  const place = (problem: FormProblem) => names.indexOf(fieldOf(problem, names) ?? '')
  return [...problems].sort((one, other) => place(one) - place(other))
}
