import { DomainError } from '../errors.ts'

/** The uploaded file is not a register this product can take; the message says why and which file to choose. */
export class RegisterFileRefusedError extends DomainError {
  override readonly name = 'RegisterFileRefusedError'
  readonly code = 'REGISTER_FILE_REFUSED'
}

/** The register or the file changed since the changes were shown. */
export class RegisterPlanOutdatedError extends DomainError {
  override readonly name = 'RegisterPlanOutdatedError'
  readonly code = 'REGISTER_PLAN_OUTDATED'
  constructor() {
    super(
      'Rejestr albo plik zmienił się od chwili podglądu. Prosimy wczytać plik jeszcze raz i sprawdzić zmiany.',
    )
  }
}
