import { DomainError } from '../errors.ts'
import type { FormProblem } from './model.ts'

const MOST_TOLD = 20

const placeOf = ({ sheet, row, column }: FormProblem): string =>
  `Arkusz „${sheet}”, wiersz ${row}${column === undefined ? '' : `, kolumna „${column}”`}`

/** A form of another system is broken and cannot be read; `problems` say where and what to do. */
export class FormBrokenError extends DomainError {
  override readonly name = 'FormBrokenError'
  readonly code = 'FORM_BROKEN'
  constructor(readonly problems: readonly FormProblem[]) {
    super(
      `Tego formularza nie można wczytać. ${problems
        .slice(0, MOST_TOLD)
        .map((problem) => `${placeOf(problem)}: ${problem.message}`)
        .join(' ')}`,
    )
  }
}
