import { isOrganiserOf, mayCollectFor, type Viewer } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { findNoteOwner, type NoteOwner } from './note.store.ts'

/** Organisers and interviewers of an organisation write and read its notes from the field. */
export function mayWriteNotes(viewer: Viewer | null, organisationId: string): boolean {
  return viewer !== null && mayCollectFor(viewer, organisationId)
}

/** The author of a note and the organisers change it. */
export function mayChangeNote(viewer: Viewer | null, { organisationId, authorId }: NoteOwner): boolean {
  if (!viewer || !mayWriteNotes(viewer, organisationId)) return false
  return isOrganiserOf(viewer, organisationId) || viewer.accountId === authorId
}

type Right = 'read' | 'change' | 'release'

/**
 * Whose the note is, for somebody with this right to it; `null` for anybody else and for a missing note alike.
 *
 * @throws RefusedRequest UNAUTHENTICATED
 */
export async function noteFor(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  noteId: string,
  right: Right,
): Promise<NoteOwner | null> {
  if (!viewer) throw notSignedIn()
  const owner = isUuid(noteId) ? await findNoteOwner(db, noteId) : null
  if (!owner) return null
  const rights: Readonly<Record<Right, boolean>> = {
    read: mayWriteNotes(viewer, owner.organisationId),
    change: mayChangeNote(viewer, owner),
    release: isOrganiserOf(viewer, owner.organisationId),
  }
  return rights[right] ? owner : null
}
