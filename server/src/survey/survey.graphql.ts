import { InvalidInputError } from '@rozeznanie/core/errors'
import { regionalCount, SAMPLE_TYPES, SurveyAlreadyClosedError, surveyStatus } from '@rozeznanie/core/survey'
import { builder } from '../builder.ts'
import { ErrorInterface } from '../kernel/error.graphql.ts'
import { isUuid } from '../kernel/ids.ts'
import { dayOf } from '../kernel/scalars.ts'
import { closeSurvey } from './close-survey.ts'
import { openSurvey } from './open-survey.ts'
import { surveyOrganisationIds } from './survey.access.ts'

/** How respondents were chosen. */
export const SampleType = builder.enumType('SampleType', {
  values: SAMPLE_TYPES,
  description: 'How respondents were chosen; it decides what may be said of the results.',
})

/** Whether a survey takes responses now. */
export const SurveyStatusEnum = builder.enumType('SurveyStatus', {
  values: ['SCHEDULED', 'OPEN', 'ENDED', 'CLOSED'] as const,
  description: 'By the calendar day in Poland; CLOSED was closed by hand.',
})

const PERIOD = { opensOn: true, closesOn: true, closedAt: true } as const
const statusOf = (survey: { opensOn: Date; closesOn: Date; closedAt: Date | null }, now: Date) =>
  surveyStatus(
    { opensOn: dayOf(survey.opensOn), closesOn: dayOf(survey.closesOn), closedAt: survey.closedAt },
    now,
  )

builder.prismaObject('Survey', {
  description: 'One questionnaire asked in one municipality between two days.',
  authScopes: ({ organisationId }, { viewer }) => surveyOrganisationIds(viewer).includes(organisationId),
  fields: (t) => ({
    id: t.exposeID('id'),
    code: t.exposeString('code', { description: 'Last part of the public address.' }),
    title: t.exposeString('title'),
    answerPath: t.string({
      description: 'Path of the answering page, `/a/<code>`.',
      select: { code: true },
      resolve: ({ code }) => `/a/${code}`,
    }),
    answerUrl: t.string({
      nullable: true,
      description: "The whole address when the installation knows its public one; null: the page's own host.",
      select: { code: true },
      resolve: ({ code }, _args, { publicUrl }) => (publicUrl === null ? null : `${publicUrl}/a/${code}`),
    }),
    status: t.field({
      type: SurveyStatusEnum,
      select: PERIOD,
      resolve: (survey, _args, { now }) => statusOf(survey, now()),
    }),
    opensOn: t.expose('opensOn', { type: 'Date' }),
    closesOn: t.expose('closesOn', { type: 'Date' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null: not closed by hand.',
    }),
    sampleType: t.expose('sampleType', { type: SampleType }),
    informationClause: t.exposeString('informationClause'),
    contactPhone: t.exposeString('contactPhone'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    referenceOn: t.expose('referenceOn', {
      type: 'Date',
      nullable: true,
      description: 'Set where only invited institutions answer: the day that their answers are about.',
    }),
    organisation: t.relation('organisation'),
    municipality: t.relation('municipality'),
    questionnaireVersion: t.relation('questionnaireVersion'),
    responseCount: t.relationCount('responses', {
      where: { isExcluded: false },
      description: 'Number of responses that count: those left out by a correction do not.',
    }),
  }),
})

builder.objectType(SurveyAlreadyClosedError, {
  name: 'SurveyAlreadyClosedError',
  description: 'The survey had been closed by hand before.',
  interfaces: [ErrorInterface],
})

builder.queryFields((t) => ({
  surveys: t.prismaConnection(
    {
      type: 'Survey',
      cursor: 'id',
      nullable: true,
      description: "Surveys of the viewer's organisations, newest first.",
      authScopes: { signedIn: true },
      totalCount: (_root, _args, { db, viewer }) =>
        db.prisma.survey.count({ where: { organisationId: { in: surveyOrganisationIds(viewer) } } }),
      resolve: (query, _root, _args, { db, viewer }) =>
        db.prisma.survey.findMany({
          ...query,
          where: { organisationId: { in: surveyOrganisationIds(viewer) } },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'SurveyConnection' },
    { name: 'SurveyEdge' },
  ),
  survey: t.prismaField({
    type: 'Survey',
    nullable: true,
    description: "A survey of one of the viewer's organisations; null for any other.",
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { db, viewer }) =>
      isUuid(id)
        ? db.prisma.survey.findFirst({
            ...query,
            where: { id, organisationId: { in: surveyOrganisationIds(viewer) } },
          })
        : null,
  }),
}))

const OpenSurveyInput = builder.inputType('OpenSurveyInput', {
  fields: (t) => ({
    organisationId: t.id({ required: true }),
    municipalityCode: t.id({ required: true }),
    questionnaireVersionId: t.id({ required: true }),
    title: t.string({ required: true }),
    opensOn: t.field({ type: 'Date', required: true }),
    closesOn: t.field({ type: 'Date', required: true, description: 'Inclusive.' }),
    sampleType: t.field({ type: SampleType, required: true }),
    informationClause: t.string({ required: true }),
    contactPhone: t.string({ required: true }),
    referenceOn: t.field({
      type: 'Date',
      description: 'The day that institutions answer about; required for their questionnaires, of no other.',
    }),
    graceDays: t.int({ description: 'Null: as usual, 3.' }),
  }),
})

builder.mutationField('openSurvey', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: 'Opens a survey and gives it its public code. For organisers of the organisation.',
    authScopes: (_root, { input }) => ({ organiserOf: input.organisationId }),
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: OpenSurveyInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await openSurvey(context, input)
      return context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const CloseSurveyInput = builder.inputType('CloseSurveyInput', {
  fields: (t) => ({ surveyId: t.id({ required: true }) }),
})

builder.mutationField('closeSurvey', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: 'Closes a survey at once and for good. Null for a survey that the viewer does not organise.',
    authScopes: { signedIn: true },
    errors: { types: [SurveyAlreadyClosedError] },
    args: { input: t.arg({ type: CloseSurveyInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId: id } }, context) => {
      const isClosed = await closeSurvey(context, id)
      return isClosed ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id } }) : null
    },
  }),
)

/** A survey for those who may not see its answers. */
export const RegionalSurvey = builder.prismaObject('Survey', {
  variant: 'RegionalSurvey',
  description: 'A survey as the region sees it: that it takes place, and its protected tables.',
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.exposeString('title'),
    municipality: t.relation('municipality'),
    organisationName: t.string({
      select: { organisation: { select: { name: true } } },
      resolve: ({ organisation }) => organisation.name,
    }),
    questionnaireTitle: t.string({
      select: { questionnaireVersion: { select: { questionnaire: { select: { title: true } } } } },
      resolve: ({ questionnaireVersion }) => questionnaireVersion.questionnaire.title,
    }),
    status: t.field({
      type: SurveyStatusEnum,
      select: PERIOD,
      resolve: (survey, _args, { now }) => statusOf(survey, now()),
    }),
    opensOn: t.expose('opensOn', { type: 'Date' }),
    closesOn: t.expose('closesOn', { type: 'Date' }),
    roundedResponseCount: t.int({
      nullable: true,
      description: 'Rounded to 5; null below 10. It waits, as tables do, until ten have come.',
      select: { id: true },
      resolve: async ({ id }, _args, { snapshots }) => regionalCount((await snapshots.count(id)) ?? 0),
    }),
  }),
})

builder.queryField('regionalSurveys', (t) =>
  t.prismaField({
    type: [RegionalSurvey],
    nullable: true,
    description: 'All surveys of the region, for regional analysts.',
    authScopes: { regionalAnalyst: true },
    resolve: (query, _root, _args, { db }) =>
      db.prisma.survey.findMany({
        ...query,
        orderBy: [{ municipality: { name: 'asc' } }, { opensOn: 'desc' }, { id: 'asc' }],
      }),
  }),
)

builder.queryField('regionalSurvey', (t) =>
  t.prismaField({
    type: RegionalSurvey,
    nullable: true,
    description: 'A survey of the region, for regional analysts.',
    authScopes: { regionalAnalyst: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { db }) =>
      isUuid(id) ? db.prisma.survey.findUnique({ ...query, where: { id } }) : null,
  }),
)
