import { InvalidInputError } from '@rozeznanie/core/errors'
import { mayReadAnswers } from '../analysis/analysis.access.ts'
import { builder } from '../builder.ts'
import { viewRequestOf, ViewRequestInput, ViewRequestRef } from '../saved-view/view-request.graphql.ts'
import { addReportTable, removeReportTable } from './change-report-table.ts'
import { findReportTables, type ReportTable } from './report-table.store.ts'

const ReportTableRef = builder.objectRef<ReportTable>('ReportTable')
ReportTableRef.implement({
  description: 'A table that the organiser added to a section of the report; counted anew with each report.',
  fields: (t) => ({
    id: t.exposeID('id'),
    sectionCode: t.exposeString('sectionCode', { description: "Of the template's node." }),
    request: t.expose('request', { type: ViewRequestRef }),
  }),
})

builder.prismaObjectField('Survey', 'reportTables', (t) =>
  t.field({
    type: [ReportTableRef],
    nullable: true,
    description: 'In the order in which they were added. Null for accounts that do not organise the survey.',
    select: { id: true, organisationId: true },
    resolve: ({ id, organisationId }, _args, context) =>
      mayReadAnswers(context, organisationId) ? findReportTables(context.db, id) : null,
  }),
)

const NULL_FOR_OTHERS = 'Null for a survey that the viewer does not organise'

const AddReportTableInput = builder.inputType('AddReportTableInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    sectionCode: t.string({ required: true, description: "Of the template's node." }),
    request: t.field({ type: ViewRequestInput, required: true }),
  }),
})

builder.mutationField('addReportTable', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Adds what one looks at in the workbench to a section of the report. ${NULL_FOR_OTHERS}.`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: AddReportTableInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId: id, sectionCode, request } }, context) =>
      (await addReportTable(context, id, { sectionCode, request: viewRequestOf(request) }))
        ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id } })
        : null,
  }),
)

const RemoveReportTableInput = builder.inputType('RemoveReportTableInput', {
  fields: (t) => ({ surveyId: t.id({ required: true }), tableId: t.id({ required: true }) }),
})

builder.mutationField('removeReportTable', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Takes a table out of the report. ${NULL_FOR_OTHERS}, and for a table that is gone.`,
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RemoveReportTableInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId: id, tableId } }, context) =>
      (await removeReportTable(context, id, tableId))
        ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id } })
        : null,
  }),
)
