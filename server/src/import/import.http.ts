import type { FastifyInstance } from 'fastify'
import type { RouteDeps } from '../context.ts'
import { requireOwnPage } from '../kernel/own-page.ts'
import { acceptUploads, readUpload } from '../kernel/upload.ts'
import { confirmAnswerImport } from './confirm-import.ts'
import { describeAnswerFile, planAnswerImport } from './plan-import.ts'

interface SurveyParams {
  Params: { surveyId: string }
}

/** Uploads of existing answers: look at the columns, try, and only then store. */
export async function importRoutes(app: FastifyInstance, { contextOf }: RouteDeps): Promise<void> {
  await acceptUploads(app)
  app.addHook('preHandler', requireOwnPage)

  app.post<SurveyParams>('/upload/surveys/:surveyId/import/columns', async (request, reply) =>
    describeAnswerFile(await contextOf(request, reply), request.params.surveyId, await readUpload(request)),
  )
  app.post<SurveyParams>('/upload/surveys/:surveyId/import/dry-run', async (request, reply) => {
    const upload = await readUpload(request)
    const { plan, planHash } = await planAnswerImport(
      await contextOf(request, reply),
      request.params.surveyId,
      upload,
    )
    const { importedRows, ...shown } = plan
    return { ...shown, importableCount: importedRows.length, planHash }
  })
  app.post<SurveyParams>('/upload/surveys/:surveyId/import/confirm', async (request, reply) =>
    confirmAnswerImport(await contextOf(request, reply), request.params.surveyId, await readUpload(request)),
  )
}
