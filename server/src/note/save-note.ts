import { checkNote, type NoteDraft } from '@rozeznanie/core/note'
import { localDayOf } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { mayWriteNotes, noteFor } from './note.access.ts'
import { findPlaces, insertNote, updateNote } from './note.store.ts'

/** Which note is saved: a new one of an organisation, or a change of a revision. */
type SavedAs =
  { readonly organisationId: string } | { readonly noteId: string; readonly baseRevision: number }

async function organisationOf(context: Context, savedAs: SavedAs): Promise<string | null> {
  if ('noteId' in savedAs) return (await noteFor(context, savedAs.noteId, 'change'))?.organisationId ?? null
  const { organisationId } = savedAs
  return isUuid(organisationId) && mayWriteNotes(context.viewer, organisationId) ? organisationId : null
}

/**
 * Keeps a note from the field. A quote whose words were changed is no longer in the report.
 *
 * @returns its id; `null` for an organisation or a note that the viewer does not write
 * @throws InvalidInputError with a sentence per wrong field; FieldNoteConflictError when somebody was faster
 */
export async function saveNote(context: Context, savedAs: SavedAs, typed: NoteDraft): Promise<string | null> {
  const { db, viewer } = context
  if (!viewer) throw notSignedIn()
  const organisationId = await organisationOf(context, savedAs)
  if (organisationId === null) return null
  const at = context.now()
  const places = await findPlaces(db, organisationId, typed.municipalityCode)
  const draft = checkNote(typed, { ...places, today: localDayOf(at) })
  if (!('noteId' in savedAs)) return insertNote(db, { organisationId, draft, viewer, at })
  await updateNote(db, { ...savedAs, draft, viewer, at })
  return savedAs.noteId
}
