import { InvalidInputError } from '@rozeznanie/core/errors'
import { FieldNoteConflictError } from '@rozeznanie/core/note'
import { builder } from '../builder.ts'
import { ErrorInterface } from '../kernel/error.graphql.ts'
import { noteFor } from './note.access.ts'
import { DiAreaEnum, FieldNoteRef, NoteMethodEnum } from './note.graphql.ts'
import { deleteNote } from './note.store.ts'
import { releaseQuote, withdrawQuote } from './release-quote.ts'
import { saveNote } from './save-note.ts'

builder.objectType(FieldNoteConflictError, {
  name: 'FieldNoteConflictError',
  description: 'Somebody else changed the note in the meantime; nothing was stored of this request.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ revision: t.exposeInt('revision', { description: 'Of the note as it is now.' }) }),
})

const QuoteInput = builder.inputType('FieldQuoteInput', {
  fields: (t) => ({
    number: t.int({ description: 'Null: a new quote.' }),
    text: t.string({ required: true }),
    speaker: t.string({ required: true }),
  }),
})
const SaveFieldNoteInput = builder.inputType('SaveFieldNoteInput', {
  description: 'The whole note as it shall be; quotes missing from it are removed.',
  fields: (t) => ({
    organisationId: t.id({ required: true }),
    noteId: t.id({ description: 'Null: a new note.' }),
    baseRevision: t.int({ description: 'Of the note that was changed; null for a new one.' }),
    municipalityCode: t.id({ required: true }),
    localityId: t.id(),
    place: t.string({ required: true }),
    method: t.field({ type: NoteMethodEnum, required: true }),
    notedOn: t.field({ type: 'Date', required: true }),
    title: t.string({ required: true }),
    text: t.string({ required: true }),
    diAreas: t.field({ type: [DiAreaEnum], required: true }),
    participantCount: t.int(),
    quotes: t.field({ type: [QuoteInput], required: true }),
  }),
})

builder.mutationField('saveFieldNote', (t) =>
  t.prismaField({
    type: FieldNoteRef,
    nullable: true,
    description: 'Keeps a note; a changed quote leaves the report. Null for what the viewer does not write.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError, FieldNoteConflictError] },
    args: { input: t.arg({ type: SaveFieldNoteInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { organisationId, noteId, baseRevision, localityId, participantCount, quotes, ...facts } = input
      const savedAs = noteId ? { noteId, baseRevision: baseRevision ?? 0 } : { organisationId }
      const id = await saveNote(context, savedAs, {
        ...facts,
        localityId: localityId ?? null,
        participantCount: participantCount ?? null,
        quotes: quotes.map(({ number, ...words }) => ({ number: number ?? null, ...words })),
      })
      return id === null ? null : context.db.prisma.fieldNote.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const RemoveFieldNoteInput = builder.inputType('RemoveFieldNoteInput', {
  fields: (t) => ({ noteId: t.id({ required: true }) }),
})

builder.mutationField('removeFieldNote', (t) =>
  t.prismaField({
    type: 'Organisation',
    nullable: true,
    description: 'Removes a note with its quotes. Null for a note that the viewer does not change.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RemoveFieldNoteInput, required: true }) },
    resolve: async (query, _root, { input: { noteId } }, context) => {
      const note = await noteFor(context, noteId, 'change')
      if (!note || !context.viewer) return null
      await deleteNote(context.db, noteId, { viewer: context.viewer, at: context.now() })
      return context.db.prisma.organisation.findUnique({ ...query, where: { id: note.organisationId } })
    },
  }),
)

const FOR_ORGANISERS = 'Null for a quote of a note that the viewer does not organise.'

const ReleaseQuoteInput = builder.inputType('ReleaseQuoteInput', {
  fields: (t) => ({
    noteId: t.id({ required: true }),
    number: t.int({ required: true }),
    text: t.string({ required: true, description: 'As it shall stand in the report: masked, shortened.' }),
    area: t.field({ type: DiAreaEnum, required: true, description: 'One of the areas of the note.' }),
  }),
})

builder.mutationField('releaseQuote', (t) =>
  t.prismaField({
    type: FieldNoteRef,
    nullable: true,
    description: `Lets a quote into the reports of the municipality. ${FOR_ORGANISERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: ReleaseQuoteInput, required: true }) },
    resolve: async (query, _root, { input: { noteId, number, ...release } }, context) =>
      (await releaseQuote(context, { noteId, number }, release))
        ? context.db.prisma.fieldNote.findUniqueOrThrow({ ...query, where: { id: noteId } })
        : null,
  }),
)

const WithdrawQuoteInput = builder.inputType('WithdrawQuoteInput', {
  fields: (t) => ({ noteId: t.id({ required: true }), number: t.int({ required: true }) }),
})

builder.mutationField('withdrawQuote', (t) =>
  t.prismaField({
    type: FieldNoteRef,
    nullable: true,
    description: `Takes a quote out of the reports. ${FOR_ORGANISERS}`,
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: WithdrawQuoteInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      (await withdrawQuote(context, input))
        ? context.db.prisma.fieldNote.findUniqueOrThrow({ ...query, where: { id: input.noteId } })
        : null,
  }),
)
