import type { ModeCount, VersionCount } from '@rozeznanie/core/analysis'
import { builder } from '../builder.ts'
import { CollectionModeEnum } from '../response/response.graphql.ts'
import { mayReadAnswers } from './analysis.access.ts'
import { CrosstabRef } from './crosstab.graphql.ts'
import { ConditionInput, DimensionRef, readDimensions } from './filter.graphql.ts'
import { readCrosstab } from './read-crosstab.ts'
import { type DatedResults, readResults } from './read-results.ts'
import { QuestionSummaryRef } from './summary.graphql.ts'
import { readProtectedTable } from '../disclosure/disclosure.access.ts'
import { readTable } from './table.access.ts'
import { AnalysisTableRef, WeightVersionNameRef } from './table.graphql.ts'

const FLAT = { field: 1, multiplier: 1 } as const
const COUNTING = { field: 20, multiplier: 1 } as const

const ModeCountRef = builder.objectRef<ModeCount>('ModeCount')
ModeCountRef.implement({
  description: 'Responses collected in one way.',
  fields: (t) => ({
    mode: t.expose('mode', { type: CollectionModeEnum }),
    count: t.exposeInt('count'),
  }),
})

const VersionCountRef = builder.objectRef<VersionCount>('VersionCount')
VersionCountRef.implement({
  description: 'Responses to one version of the questionnaire.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Of the version.' }),
    count: t.exposeInt('count', { description: 'After the filter.' }),
  }),
})

const SurveyResultsRef = builder.objectRef<DatedResults>('SurveyResults')
SurveyResultsRef.implement({
  description: 'The figures of a survey under one filter.',
  fields: (t) => ({
    asOf: t.expose('asOf', {
      type: 'DateTime',
      description: 'State of the answers these figures were counted from.',
    }),
    responseCount: t.exposeInt('responseCount'),
    filteredCount: t.exposeInt('filteredCount', { description: 'Responses after the filter.' }),
    modeCounts: t.expose('modeCounts', {
      type: [ModeCountRef],
      complexity: FLAT,
      description: 'Modes that occur in the survey, each with its responses after the filter.',
    }),
    versionCounts: t.expose('versionCounts', {
      type: [VersionCountRef],
      complexity: FLAT,
      description: 'Every version that the survey has had, oldest first.',
    }),
    notes: t.stringList({
      description: 'Polish: whom the filter leaves out because their version did not ask for it.',
      complexity: FLAT,
      resolve: ({ notes }) => [...notes],
    }),
    weightVersion: t.expose('weightVersion', {
      type: WeightVersionNameRef,
      nullable: true,
      description:
        'What shares, means and quartiles are weighted with; counts are of people. Null: unweighted.',
    }),
    footer: t.stringList({
      description: 'Polish: method, sources and effect of the weights; empty without weights.',
      complexity: FLAT,
      resolve: ({ footer }) => [...footer],
    }),
    summaries: t.expose('summaries', {
      type: [QuestionSummaryRef],
      complexity: FLAT,
      description: 'In the order of the questionnaire.',
    }),
  }),
})

const WEIGHTS = 'Number of `Survey.weightVersions`; left out: unweighted.'
const OWNER = { id: true, organisationId: true } as const

builder.prismaObjectFields('Survey', (t) => ({
  results: t.field({
    type: SurveyResultsRef,
    nullable: true,
    description: "Null for accounts that may not see this survey's answers.",
    select: OWNER,
    complexity: COUNTING,
    args: {
      filter: t.arg({ type: [ConditionInput] }),
      weightVersion: t.arg.int({ description: WEIGHTS }),
    },
    resolve: ({ id, organisationId }, { filter, weightVersion = null }, context) =>
      mayReadAnswers(context, organisationId) ? readResults(context, id, filter ?? [], weightVersion) : null,
  }),
  dimensions: t.field({
    type: [DimensionRef],
    nullable: true,
    description:
      "Everything that the responses can be filtered by. Null for accounts that may not see this survey's answers.",
    select: OWNER,
    complexity: COUNTING,
    resolve: ({ id, organisationId }, _args, context) =>
      mayReadAnswers(context, organisationId) ? readDimensions(context, id) : null,
  }),
  resultsQuestionnaire: t.field({
    type: 'JSON',
    nullable: true,
    description:
      'What results show, in the shape of a questionnaire: the present version, with each earlier series that is ' +
      "counted apart as a question more. Null for accounts that may not see this survey's answers.",
    select: OWNER,
    resolve: async ({ id, organisationId }, _args, context) => {
      if (!mayReadAnswers(context, organisationId)) return null
      return (await context.surveyColumns.form(id))?.questionnaire ?? null
    },
  }),
}))

builder.prismaObjectFields('Survey', (t) => ({
  crosstab: t.field({
    type: CrosstabRef,
    nullable: true,
    description: "Two closed questions crossed. Null for accounts that may not see this survey's answers.",
    select: OWNER,
    complexity: COUNTING,
    args: {
      rowQuestionKey: t.arg.string({ required: true, description: 'Of a matrix: `key/rowKey`.' }),
      columnQuestionKey: t.arg.string({ required: true, description: 'Of a matrix: `key/rowKey`.' }),
      filter: t.arg({ type: [ConditionInput] }),
      weightVersion: t.arg.int({ description: WEIGHTS }),
    },
    resolve: ({ id, organisationId }, { filter, weightVersion = null, ...keys }, context) => {
      if (!mayReadAnswers(context, organisationId)) return null
      return readCrosstab(context, id, { ...keys, filter: filter ?? [], weightVersion })
    },
  }),
  table: t.field({
    type: AnalysisTableRef,
    nullable: true,
    description: 'The honest table of one or two questions. Null for accounts that may not see the answers.',
    select: OWNER,
    complexity: COUNTING,
    args: {
      rowKey: t.arg.string({ required: true, description: 'A question; of a matrix `key/rowKey`.' }),
      columnKey: t.arg.string({ description: 'Likewise, or `@LOCALITY`, `@MODE`, `@VERSION`.' }),
      filter: t.arg({ type: [ConditionInput] }),
      weightVersion: t.arg.int({ description: WEIGHTS }),
      asOutsider: t.arg.boolean({ description: 'As everybody outside the organisation would see it.' }),
    },
    resolve: (
      { id, organisationId },
      { rowKey, columnKey = null, filter, weightVersion = null, asOutsider },
      context,
    ) => {
      if (!mayReadAnswers(context, organisationId)) return null
      const wish = { rowKey, columnKey, filter: filter ?? [], weightVersion }
      return asOutsider === true
        ? readProtectedTable(context, { surveyId: id, wish, isTrial: true })
        : readTable(context, id, wish)
    },
  }),
}))
