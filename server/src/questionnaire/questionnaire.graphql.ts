import { AUDIENCES, questionCount } from '@rozeznanie/core/questionnaire'
import { hasPublicLink } from '@rozeznanie/core/questionnaire/library'
import { builder } from '../builder.ts'
import { QuestionnaireChangeRef } from './change.graphql.ts'
import {
  canSeeQuestionnaire,
  editorOrganisationIds,
  questionnaireOrganisationIds,
  sightOf,
} from './questionnaire.access.ts'
import { documentOf, findQuestionnaireByKey, findQuestionnaires } from './questionnaire.store.ts'
import { changesOfVersion } from './read-changes.ts'

/** Who answers. */
export const AudienceEnum = builder.enumType('Audience', { description: 'Who answers.', values: AUDIENCES })

const PUBLISHED = { id: true, document: true, publishedAt: true } as const

builder.prismaObject('QuestionnaireVersion', {
  description: 'A questionnaire as published: it never changes.',
  authScopes: { signedIn: true },
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeInt('number', { description: 'Counts from 1.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null: not published.',
    }),
    questionnaire: t.relation('questionnaire'),
    audience: t.field({
      type: AudienceEnum,
      select: PUBLISHED,
      resolve: (version) => documentOf(version).audience,
    }),
    hasPublicLink: t.boolean({
      description: 'Whether a survey with it may be opened to whoever has the address.',
      select: PUBLISHED,
      resolve: (version) => hasPublicLink(documentOf(version)),
    }),
    description: t.string({ select: PUBLISHED, resolve: (version) => documentOf(version).description }),
    estimatedMinutes: t.int({
      select: PUBLISHED,
      resolve: (version) => documentOf(version).estimatedMinutes,
    }),
    questionCount: t.int({
      description: 'Questions that can be answered, texts not counted.',
      select: PUBLISHED,
      resolve: (version) => questionCount(documentOf(version)),
    }),
    document: t.field({
      type: 'JSON',
      description: 'Shape: `Questionnaire` of core.',
      select: PUBLISHED,
      resolve: (version) => documentOf(version),
    }),
    changes: t.field({
      type: [QuestionnaireChangeRef],
      description: 'From the version before it, the gravest first; empty for the first.',
      select: { id: true },
      resolve: ({ id }, _args, { db, viewer }) => changesOfVersion(db, id, editorOrganisationIds(viewer)),
    }),
    surveyCount: t.relationCount('surveys', {
      description: "Surveys of the viewer's organisations that ask it now.",
      where: (_args, { viewer }) => ({ organisationId: { in: questionnaireOrganisationIds(viewer) } }),
    }),
  }),
})

builder.prismaObject('Questionnaire', {
  description: 'A questionnaire through all its versions.',
  authScopes: ({ organisationId }, { viewer }) => canSeeQuestionnaire(viewer, organisationId),
  fields: (t) => ({
    id: t.exposeID('id'),
    key: t.exposeString('key'),
    title: t.exposeString('title'),
    organisation: t.relation('organisation', { nullable: true, description: 'Null: the shared library.' }),
    latestVersion: t.prismaField({
      type: 'QuestionnaireVersion',
      nullable: true,
      description: 'The newest published one; null when none is.',
      select: (_args, _context, nested) => ({
        versions: nested({ where: { publishedAt: { not: null } }, orderBy: { number: 'desc' }, take: 1 }),
      }),
      resolve: (_query, questionnaire) => questionnaire.versions[0] ?? null,
    }),
    versions: t.relation('versions', {
      description: 'The published ones, newest first.',
      query: { where: { publishedAt: { not: null } }, orderBy: { number: 'desc' } },
    }),
  }),
})

builder.queryFields((t) => ({
  questionnaires: t.prismaField({
    type: ['Questionnaire'],
    nullable: true,
    description: "The shared library and the questionnaires of the viewer's organisations.",
    authScopes: { signedIn: true },
    resolve: (query, _root, _args, { db, viewer }) => findQuestionnaires(db, sightOf(viewer), query),
  }),
  questionnaire: t.prismaField({
    type: 'Questionnaire',
    nullable: true,
    description:
      'Null when it is not there, is of another organisation, or is a draft that the viewer does not edit.',
    authScopes: { signedIn: true },
    args: { key: t.arg.string({ required: true }) },
    resolve: (query, _root, { key }, { db, viewer }) =>
      findQuestionnaireByKey(db, key, sightOf(viewer), query),
  }),
}))
