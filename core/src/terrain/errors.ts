import { DomainError } from '../errors.ts'

/** What was given as a rescue file is none, or was cut on its way. */
export class BrokenRescueFileError extends DomainError {
  override readonly name = 'BrokenRescueFileError'
  readonly code = 'RESCUE_FILE_BROKEN'
  constructor() {
    super(
      'To nie jest plik ratunkowy z tabletu ankietera albo plik jest uszkodzony. Proszę zapisać go na tablecie jeszcze raz i wczytać ponownie.',
    )
  }
}
