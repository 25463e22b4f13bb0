import { DomainError } from '../errors.ts'
import type { WeightProblem } from './model.ts'

/** Weights cannot be made of these responses; every problem says where and what to do. */
export class WeightsRefusedError extends DomainError {
  override readonly name = 'WeightsRefusedError'
  readonly code = 'WEIGHTS_REFUSED'
  constructor(readonly problems: readonly WeightProblem[]) {
    super(`Nie można policzyć wag. ${problems.map(({ message }) => message).join(' ')}`)
  }
}
