import { DomainError } from '../errors.ts'

/** Somebody else changed the note in the meantime; nothing was stored of this request. */
export class FieldNoteConflictError extends DomainError {
  override readonly name = 'FieldNoteConflictError'
  readonly code = 'FIELD_NOTE_CONFLICT'
  /** @param revision - of the note as it is kept now */
  constructor(readonly revision: number) {
    super(
      'W międzyczasie tę notatkę zmieniono na innym urządzeniu. Obecne zmiany nie są jeszcze zapisane: proszę wybrać, która treść ma zostać.',
    )
  }
}
