import { InvalidInputError } from '@rozeznanie/core/errors'
import { checkNote, type DiArea, type NoteFrame, type NoteMethod } from '@rozeznanie/core/note'
import type { SaveFieldNoteInput } from '../gql/graphql.ts'
import { problemsOf, type FormProblem } from '../ui/form-problems.ts'

export interface QuoteFields {
  /** Names the fields on the page while the order changes. */
  readonly key: string
  readonly number: number | null
  readonly text: string
  readonly speaker: string
}

/** A note as it stands in the fields of its form. */
export interface NoteFields {
  readonly municipalityCode: string
  /** Empty: none of the list. */
  readonly localityId: string
  readonly place: string
  readonly method: NoteMethod
  readonly notedOn: string
  readonly title: string
  readonly text: string
  readonly diAreas: readonly DiArea[]
  readonly participantCount: string
  readonly quotes: readonly QuoteFields[]
}

interface StoredNote {
  readonly municipality: { readonly code: string }
  readonly locality?: { readonly id: string } | null
  readonly place: string
  readonly method: NoteMethod
  readonly notedOn: string
  readonly title: string
  readonly text: string
  readonly diAreas: readonly DiArea[]
  readonly participantCount?: number | null
  readonly quotes: readonly { readonly number: number; readonly text: string; readonly speaker: string }[]
}

/** An empty note of today. */
export function newNote(municipalityCode: string, today: string): NoteFields {
  return {
    municipalityCode,
    localityId: '',
    place: '',
    method: 'FIELD',
    notedOn: today,
    title: '',
    text: '',
    diAreas: [],
    participantCount: '',
    quotes: [],
  }
}

export function fieldsOf(note: StoredNote): NoteFields {
  const { municipality, locality, participantCount, quotes, ...rest } = note
  const { place, method, notedOn, title, text, diAreas } = rest
  return {
    ...{ place, method, notedOn, title, text, diAreas },
    municipalityCode: municipality.code,
    localityId: locality?.id ?? '',
    participantCount: participantCount == null ? '' : String(participantCount),
    quotes: quotes.map((quote) => ({
      key: `q${quote.number}`,
      number: quote.number,
      text: quote.text,
      speaker: quote.speaker,
    })),
  }
}

type NoteInput = Omit<SaveFieldNoteInput, 'organisationId' | 'noteId' | 'baseRevision'>

/** What the server is asked to keep, or what is wrong with it. */
export function inputOf(
  fields: NoteFields,
  frame: NoteFrame,
): { readonly input: NoteInput } | { readonly problems: readonly FormProblem[] } {
  const { localityId, participantCount: typed, quotes, ...facts } = fields
  const draft = {
    ...facts,
    localityId: localityId === '' ? null : localityId,
    participantCount: typed.trim() === '' ? null : Number(typed),
    quotes: quotes.map(({ number, text, speaker }) => ({ number, text, speaker })),
  }
  try {
    const { diAreas, quotes: checked, ...note } = checkNote(draft, frame)
    return { input: { ...note, diAreas: [...diAreas], quotes: [...checked] } }
  } catch (error) {
    if (error instanceof InvalidInputError) return { problems: problemsOf(error) }
    throw error
  }
}
