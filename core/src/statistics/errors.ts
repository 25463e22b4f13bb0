import { DomainError } from '../errors.ts'

const joined = (problems: readonly string[]) => problems.join(' ')

/** The description of the sample contradicts itself or the data; `problems` say where and what to do. */
export class DesignRefusedError extends DomainError {
  override readonly name = 'DesignRefusedError'
  readonly code = 'DESIGN_REFUSED'
  constructor(readonly problems: readonly string[]) {
    super(`Opis próby jest niepoprawny. ${joined(problems)}`)
  }
}

/** A stratum was sampled with one unit, and the rule of the design does not allow to go on. */
export class SinglePsuError extends DomainError {
  override readonly name = 'SinglePsuError'
  readonly code = 'SINGLE_PSU'
  constructor(readonly strata: readonly string[]) {
    super(
      `Warstwy tylko z jedną wylosowaną jednostką: ${strata.map((name) => `„${name}”`).join(', ')}. ` +
        'Proszę połączyć je z podobnymi warstwami albo wybrać sposób traktowania takich warstw.',
    )
  }
}

/** There is nothing to compute from: no valid answer with a positive weight, or a denominator of zero. */
export class NothingToEstimateError extends DomainError {
  override readonly name = 'NothingToEstimateError'
  readonly code = 'NOTHING_TO_ESTIMATE'
  constructor(reason = 'Nie ma ani jednej ważnej odpowiedzi w wybranej grupie.') {
    super(`${reason} Proszę zmienić filtr albo pytanie.`)
  }
}

/** A test has no meaning for this table or these groups; the message says why. */
export class TestNotPossibleError extends DomainError {
  override readonly name = 'TestNotPossibleError'
  readonly code = 'TEST_NOT_POSSIBLE'
  constructor(reason: string) {
    super(`Nie można wykonać testu. ${reason}`)
  }
}

/** The margins cannot be reached from these answers; `problems` name the margin, the category and the way out. */
export class MarginsRefusedError extends DomainError {
  override readonly name = 'MarginsRefusedError'
  readonly code = 'MARGINS_REFUSED'
  constructor(readonly problems: readonly string[]) {
    super(`Nie można obliczyć wag. ${joined(problems)}`)
  }
}

/** An argument is outside of what the formula is defined for. */
export class ArgumentRefusedError extends DomainError {
  override readonly name = 'ArgumentRefusedError'
  readonly code = 'ARGUMENT_REFUSED'
  constructor(reason: string) {
    super(`Nie można policzyć: ${reason}`)
  }
}
