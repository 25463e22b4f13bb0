import { isOrganiserOf } from '@rozeznanie/core/account'
import { DI_AREAS, NOTE_METHODS } from '@rozeznanie/core/note'
import { personalDataWarnings } from '@rozeznanie/core/response'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { badInput } from '../kernel/refusals.ts'
import { mayChangeNote, mayWriteNotes, noteFor } from './note.access.ts'
import { countNotes, type NoteFilter, whereNotes } from './note.store.ts'
import { areasOf } from './quote.store.ts'

export const NoteMethodEnum = builder.enumType('NoteMethod', {
  description: 'On the way, an interview of one person, a group, a workshop, looking.',
  values: NOTE_METHODS,
})
export const DiAreaEnum = builder.enumType('DiArea', {
  description: 'An area of support in the plan of deinstitutionalisation.',
  values: DI_AREAS,
})

builder.prismaObject('FieldQuote', {
  description: 'Words of a resident; they stand in no report before an organiser releases them.',
  select: { number: true, text: true, releasedText: true, releasedArea: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Names the quote in its note.' }),
    text: t.exposeString('text'),
    speaker: t.exposeString('speaker', { description: 'Who said it without saying who; may be empty.' }),
    releasedText: t.exposeString('releasedText', { nullable: true, description: 'Null: not released.' }),
    releasedArea: t.field({
      type: DiAreaEnum,
      nullable: true,
      description: 'In whose section of the report it stands.',
      resolve: ({ releasedArea }) => areasOf(releasedArea === null ? [] : [releasedArea])[0] ?? null,
    }),
    warnings: t.stringList({
      description: 'What the check for personal data found in its words, in Polish; empty when nothing.',
      resolve: ({ text }) => [...personalDataWarnings(text)],
    }),
  }),
})

const OWNER = { organisationId: true, authorId: true } as const

export const FieldNoteRef = builder.prismaObject('FieldNote', {
  description: 'What an organiser or an interviewer heard or saw among residents.',
  fields: (t) => ({
    id: t.exposeID('id'),
    organisation: t.relation('organisation'),
    municipality: t.relation('municipality'),
    locality: t.relation('locality', { nullable: true }),
    place: t.exposeString('place', { description: 'In words; may be empty.' }),
    method: t.field({ type: NoteMethodEnum, select: { method: true }, resolve: ({ method }) => method }),
    notedOn: t.expose('notedOn', { type: 'Date' }),
    title: t.exposeString('title'),
    text: t.exposeString('text'),
    diAreas: t.field({
      type: [DiAreaEnum],
      select: { diAreas: true },
      resolve: ({ diAreas }) => areasOf(diAreas),
    }),
    participantCount: t.exposeInt('participantCount', { nullable: true, description: 'Null: not told.' }),
    authorName: t.string({
      select: { author: { select: { name: true } } },
      resolve: ({ author }) => author.name,
    }),
    revision: t.exposeInt('revision', { description: 'Grows with every change.' }),
    quotes: t.relation('quotes', { query: { orderBy: { number: 'asc' } } }),
    mayChange: t.boolean({
      description: 'Whether the viewer wrote it or is an organiser.',
      select: { id: true, ...OWNER },
      resolve: ({ id: noteId, ...owner }, _args, { viewer }: Context) =>
        mayChangeNote(viewer, { noteId, ...owner }),
    }),
    mayRelease: t.boolean({
      description: 'Whether the viewer lets its quotes into the report.',
      select: OWNER,
      resolve: ({ organisationId }, _args, { viewer }: Context) =>
        viewer !== null && isOrganiserOf(viewer, organisationId),
    }),
  }),
})

const FieldNoteFilter = builder.inputType('FieldNoteFilter', {
  description: 'What is absent does not matter.',
  fields: (t) => ({
    method: t.field({ type: NoteMethodEnum }),
    diArea: t.field({ type: DiAreaEnum }),
    localityId: t.id(),
    from: t.field({ type: 'Date', description: 'The first day.' }),
    to: t.field({ type: 'Date', description: 'The last day.' }),
  }),
})

function where(organisationId: string, filter: NoteFilter | null | undefined) {
  if (filter?.localityId && !isUuid(filter.localityId)) throw badInput('Takiej miejscowości nie ma.')
  return whereNotes(organisationId, filter ?? {})
}

const MethodCountRef = builder.objectRef<{ method: (typeof NOTE_METHODS)[number]; count: number }>(
  'FieldNoteCount',
)
MethodCountRef.implement({
  description: 'How many notes there are of one method.',
  fields: (t) => ({
    method: t.expose('method', { type: NoteMethodEnum }),
    count: t.exposeInt('count'),
  }),
})

const NULL_FOR_OTHERS = 'Null for those who neither organise nor collect for the organisation.'

builder.prismaObjectField('Organisation', 'fieldNotes', (t) =>
  t.prismaConnection(
    {
      type: FieldNoteRef,
      cursor: 'id',
      nullable: true,
      description: `Notes from the field, the newest first. ${NULL_FOR_OTHERS}`,
      args: { filter: t.arg({ type: FieldNoteFilter }) },
      totalCount: ({ id }, { filter }, { db }) => db.prisma.fieldNote.count({ where: where(id, filter) }),
      resolve: (query, { id }, { filter }, { db, viewer }) =>
        mayWriteNotes(viewer, id)
          ? db.prisma.fieldNote.findMany({
              ...query,
              where: where(id, filter),
              orderBy: [{ notedOn: 'desc' }, { id: 'desc' }],
            })
          : null,
    },
    { name: 'FieldNoteConnection' },
    { name: 'FieldNoteEdge' },
  ),
)

builder.prismaObjectField('Organisation', 'fieldNoteCounts', (t) =>
  t.field({
    type: [MethodCountRef],
    nullable: true,
    description: `Notes by method, those without any left out. ${NULL_FOR_OTHERS}`,
    select: { id: true },
    args: { filter: t.arg({ type: FieldNoteFilter }) },
    resolve: ({ id }, { filter }, { db, viewer }) =>
      mayWriteNotes(viewer, id) ? countNotes(db, where(id, filter)) : null,
  }),
)

builder.queryField('fieldNote', (t) =>
  t.prismaField({
    type: FieldNoteRef,
    nullable: true,
    description: `A note from the field. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, context) =>
      (await noteFor(context, id, 'read'))
        ? context.db.prisma.fieldNote.findUnique({ ...query, where: { id } })
        : null,
  }),
)
