import { type GraphQLSchema, printSchema } from 'graphql'
import './kernel/error.graphql.ts'
import './account/account.graphql.ts'
import './municipality/municipality.graphql.ts'
import './organisation/organisation.graphql.ts'
import './questionnaire/questionnaire.graphql.ts'
import './questionnaire/draft.graphql.ts'
import './questionnaire/edit.graphql.ts'
import './survey/survey.graphql.ts'
import './survey/survey-version.graphql.ts'
import './survey/extension.graphql.ts'
import './fieldwork/fieldwork.graphql.ts'
import './fieldwork/plan.graphql.ts'
import './survey/grace.graphql.ts'
import './response/response.graphql.ts'
import './response/conflict.graphql.ts'
import './response/open-answer.graphql.ts'
import './response/sheet.graphql.ts'
import './invitation/invitation.graphql.ts'
import './cleaning/cleaning.graphql.ts'
import './cleaning/correct.graphql.ts'
import './cleaning/discrepancy.graphql.ts'
import './entry/entry.graphql.ts'
import './institution/institution.graphql.ts'
import './institution/change.graphql.ts'
import './note/note.graphql.ts'
import './note/change.graphql.ts'
import './analysis/analysis.graphql.ts'
import './saved-view/saved-view.graphql.ts'
import './report/report.graphql.ts'
import './print/print.graphql.ts'
import { builder } from './builder.ts'

/** Every room's types, in the order of the imports above. A room with types adds its line there. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: false })

/** The contract with the web, as committed in `server/schema.graphql`. */
export function printedSchema(): string {
  return `${printSchema(schema)}\n`
}
