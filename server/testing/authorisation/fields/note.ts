import { MEMBERS, ORGANISER, quoted, type FieldRow } from '../verdicts.ts'

/** Root fields of notes from the field. */
export const NOTE_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Query.fieldNote': {
    call: ({ fieldNoteId }) => `fieldNote(id: ${quoted(fieldNoteId)}) { title }`,
    verdicts: MEMBERS,
  },
  'Mutation.saveFieldNote': {
    call: ({ organisationId }) =>
      `saveFieldNote(input: { organisationId: ${quoted(organisationId)}, municipalityCode: "260401", place: "",
        method: FIELD, notedOn: "2026-11-22", title: "", text: "", diAreas: [], quotes: [] }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.removeFieldNote': {
    call: async (world) =>
      `removeFieldNote(input: { noteId: ${quoted(await world.spareFieldNoteId())} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.releaseQuote': {
    call: ({ fieldNoteId: id }) =>
      `releaseQuote(input: { noteId: ${quoted(id)}, number: 1, text: "Daleko", area: POVERTY }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.withdrawQuote': {
    call: ({ fieldNoteId: id }) =>
      `withdrawQuote(input: { noteId: ${quoted(id)}, number: 1 }) { __typename }`,
    verdicts: ORGANISER,
  },
}
