import { AUDIENCES, questionCount, QuestionnaireIncompleteError } from '@rozeznanie/core/questionnaire'
import { hasPublicLink } from '@rozeznanie/core/questionnaire/library'
import { builder } from '../builder.ts'
import { ErrorInterface } from '../kernel/error.graphql.ts'
import { canSeeQuestionnaire, questionnaireOrganisationIds } from './questionnaire.access.ts'
import { documentOf, findQuestionnaireByKey, findQuestionnaires } from './questionnaire.store.ts'

const AudienceEnum = builder.enumType('Audience', { description: 'Who answers.', values: AUDIENCES })

const PUBLISHED = { id: true, document: true, publishedAt: true } as const

builder.prismaObject('QuestionnaireVersion', {
  description: 'A questionnaire as published: it never changes.',
  authScopes: { signedIn: true },
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
  }),
})

builder.objectType(QuestionnaireIncompleteError, {
  name: 'QuestionnaireIncompleteError',
  description: 'The questionnaire cannot be published as it is.',
  interfaces: [ErrorInterface],
})

builder.queryFields((t) => ({
  questionnaires: t.prismaField({
    type: ['Questionnaire'],
    nullable: true,
    description: "The shared library and the questionnaires of the viewer's organisations.",
    authScopes: { signedIn: true },
    resolve: (query, _root, _args, { db, viewer }) =>
      findQuestionnaires(db, questionnaireOrganisationIds(viewer), query),
  }),
  questionnaire: t.prismaField({
    type: 'Questionnaire',
    nullable: true,
    description: 'Null when it is not there or is of another organisation.',
    authScopes: { signedIn: true },
    args: { key: t.arg.string({ required: true }) },
    resolve: async (query, _root, { key }, { db, viewer }) => {
      const questionnaire = await findQuestionnaireByKey(db, key, query)
      return questionnaire && canSeeQuestionnaire(viewer, questionnaire.organisationId) ? questionnaire : null
    },
  }),
}))
