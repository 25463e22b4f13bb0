import { dimensionsOf } from '@rozeznanie/core/analysis'
import { ConditionInput, DimensionRef } from '../analysis/filter.graphql.ts'
import { AnalysisTableRef } from '../analysis/table.graphql.ts'
import { builder } from '../builder.ts'
import { RegionalSurvey } from '../survey/survey.graphql.ts'
import { readProtectedTable } from './read-protected-table.ts'
import { renewSnapshot } from './renew-snapshot.ts'

const FLAT = { field: 1, multiplier: 1 } as const
const COUNTING = { field: 20, multiplier: 1 } as const

builder.prismaObjectFields(RegionalSurvey, (t) => ({
  asOf: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'State of the answers that tables are counted from; they wait until many have changed.',
    select: { id: true },
    complexity: COUNTING,
    resolve: async ({ id }, _args, { snapshots }) => (await snapshots.read(id))?.asOf ?? null,
  }),
  resultsQuestionnaire: t.field({
    type: 'JSON',
    nullable: true,
    description: 'What tables can be about, in the shape of a questionnaire.',
    select: { id: true },
    resolve: async ({ id }, _args, { surveyColumns }) =>
      (await surveyColumns.form(id))?.questionnaire ?? null,
  }),
  dimensions: t.field({
    type: [DimensionRef],
    nullable: true,
    description: 'What tables can be divided and filtered by: published features of people only.',
    select: { id: true },
    complexity: FLAT,
    resolve: async ({ id }, _args, { snapshots }) => {
      const frozen = await snapshots.read(id)
      return frozen && dimensionsOf(frozen.columns).filter(({ isPublished }) => isPublished)
    },
  }),
  table: t.field({
    type: AnalysisTableRef,
    nullable: true,
    description:
      'The table of a question, or of a question by a published feature: protected, from frozen answers. Divisions ' +
      'and conditions together are at most three.',
    select: { id: true },
    complexity: COUNTING,
    args: {
      rowKey: t.arg.string({ required: true, description: 'A question; of a matrix `key/rowKey`.' }),
      columnKey: t.arg.string({ description: 'Of `dimensions`.' }),
      filter: t.arg({ type: [ConditionInput] }),
      weightVersion: t.arg.int({ description: 'Left out: unweighted.' }),
    },
    resolve: ({ id }, { rowKey, columnKey = null, filter, weightVersion = null }, context) => {
      const wish = { rowKey, columnKey, filter: filter ?? [], weightVersion }
      return readProtectedTable(context, { surveyId: id, wish, isTrial: false })
    },
  }),
}))

const RenewSnapshotInput = builder.inputType('RenewSnapshotInput', {
  description: 'Whose frozen answers are taken anew.',
  fields: (t) => ({ surveyId: t.id({ required: true }) }),
})

builder.mutationField('renewSnapshot', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description:
      'Takes the answers as they are now into the report and into what others see, without waiting for many to change. ' +
      'Null for a survey that the viewer does not organise.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RenewSnapshotInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId: id } }, context) =>
      (await renewSnapshot(context, id))
        ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id } })
        : null,
  }),
)
