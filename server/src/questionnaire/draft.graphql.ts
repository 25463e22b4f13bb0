import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { QuestionnaireChangeRef } from './change.graphql.ts'
import { countStates, findDraft, findState, findStates, nameOf } from './draft.store.ts'
import { canEditQuestionnaire } from './questionnaire.access.ts'
import { changesOfDraft } from './read-changes.ts'

const LATEST = { where: { publishedAt: { not: null } }, orderBy: { number: 'desc' }, take: 1 } as const

const StateKindEnum = builder.enumType('DraftStateKind', {
  description: 'How a state of a draft came to be.',
  values: ['CREATED', 'SAVED', 'RESTORED', 'PUBLISHED'] as const,
})

const STATE_KEY = { questionnaireId: true, revision: true } as const
const SAVED_BY = { savedBy: { select: { name: true } } } as const
const SAVED_BY_TOLD = 'Name of the person; „Rozeznanie” for the installation itself.'

/** The draft at one moment of its history. */
export const DraftStateRef = builder.prismaObject('DraftState', {
  variant: 'QuestionnaireDraftState',
  description: 'A draft as it was at one moment; it never changes.',
  select: STATE_KEY,
  fields: (t) => ({
    id: t.id({ resolve: ({ questionnaireId, revision }) => `${questionnaireId}:${revision}` }),
    revision: t.exposeInt('revision', { description: 'Counts from 1.' }),
    kind: t.expose('kind', { type: StateKindEnum }),
    savedAt: t.expose('savedAt', { type: 'DateTime' }),
    savedByName: t.string({
      description: SAVED_BY_TOLD,
      select: SAVED_BY,
      resolve: ({ savedBy }) => nameOf(savedBy),
    }),
    restoredRevision: t.exposeInt('restoredRevision', {
      nullable: true,
      description: 'Of RESTORED: the state that was taken back.',
    }),
    version: t.relation('publishedVersion', {
      nullable: true,
      description: 'Of PUBLISHED: the version that came of it.',
    }),
    title: t.exposeString('title'),
    questionCount: t.exposeInt('questionCount', {
      description: 'Questions that can be answered, texts not counted.',
    }),
    document: t.field({
      type: 'JSON',
      description: 'Shape: `Questionnaire` of core.',
      select: { document: true },
      resolve: ({ document }) => document,
    }),
  }),
})

/** The newest state, which is edited. */
export const DraftRef = builder.prismaObject('DraftState', {
  variant: 'QuestionnaireDraft',
  description: 'What will be the next version: edited by organisers, not seen by anybody else.',
  select: STATE_KEY,
  fields: (t) => ({
    id: t.exposeID('questionnaireId', { description: 'That of the questionnaire.' }),
    questionnaire: t.relation('questionnaire'),
    revision: t.exposeInt('revision', { description: 'Grows by one with every state saved.' }),
    title: t.exposeString('title'),
    questionCount: t.exposeInt('questionCount', {
      description: 'Questions that can be answered, texts not counted.',
    }),
    document: t.field({
      type: 'JSON',
      description: 'Shape: `Questionnaire` of core; it may be unfinished.',
      select: { document: true },
      resolve: ({ document }) => document,
    }),
    savedAt: t.expose('savedAt', { type: 'DateTime' }),
    savedByName: t.string({
      description: SAVED_BY_TOLD,
      select: SAVED_BY,
      resolve: ({ savedBy }) => nameOf(savedBy),
    }),
    basedOn: t.prismaField({
      type: 'QuestionnaireVersion',
      nullable: true,
      description: 'The newest published version; null when nothing is published yet.',
      select: (_args, _context, nested) => ({
        questionnaire: { select: { versions: nested(LATEST) } },
      }),
      resolve: (_query, { questionnaire }) => questionnaire.versions[0] ?? null,
    }),
    hasChanges: t.boolean({
      description: 'Whether it says anything else than the newest published version.',
      select: {
        checksum: true,
        questionnaire: { select: { versions: { ...LATEST, select: { checksum: true } } } },
      },
      resolve: ({ checksum, questionnaire }) => checksum !== questionnaire.versions[0]?.checksum,
    }),
    changes: t.field({
      type: [QuestionnaireChangeRef],
      description:
        'From the newest published version, the gravest first; empty when nothing is published yet.',
      resolve: ({ questionnaireId, revision }, _args, { db }) =>
        changesOfDraft(db, questionnaireId, revision),
    }),
  }),
})

builder.prismaObjectField(DraftRef, 'states', (t) =>
  t.prismaConnection(
    {
      type: DraftStateRef,
      cursor: 'questionnaireId_revision',
      description: 'The history, newest first.',
      totalCount: ({ questionnaireId }, _args, { db }) => countStates(db, questionnaireId),
      resolve: (query, { questionnaireId }, _args, { db }) => findStates(db, questionnaireId, query),
    },
    { name: 'QuestionnaireDraftStateConnection' },
    { name: 'QuestionnaireDraftStateEdge' },
  ),
)

builder.prismaObjectField(DraftRef, 'state', (t) =>
  t.prismaField({
    type: DraftStateRef,
    nullable: true,
    description: 'One state of the history; null when there is none of that revision.',
    args: { revision: t.arg.int({ required: true }) },
    resolve: (query, { questionnaireId }, { revision }, { db }) =>
      findState(db, { questionnaireId, revision }, query),
  }),
)

builder.prismaObjectFields('Questionnaire', (t) => ({
  mayEdit: t.boolean({
    description: 'Whether the viewer is an organiser of its organisation; nobody edits the library.',
    select: { organisationId: true },
    resolve: ({ organisationId }, _args, { viewer }: Context) => canEditQuestionnaire(viewer, organisationId),
  }),
  draft: t.prismaField({
    type: DraftRef,
    nullable: true,
    description: 'Null unless the viewer may edit the questionnaire.',
    // @NOTE not nested: Prisma would read the whole history and keep one state of it.
    select: { id: true, organisationId: true },
    resolve: (query, { id, organisationId }, _args, { db, viewer }) =>
      canEditQuestionnaire(viewer, organisationId) ? findDraft(db, id, query) : null,
  }),
}))
