// A process of its own that serves the whole application with one open survey, to be killed by tests. Its one line is
// `ready {"port":…,"code":…,"questionnaireVersionId":…}`; the survey is the same after a restart on the same folder.
import { createApp } from '../src/app.ts'
import { openDatabase } from '../src/database/database.ts'
import { asInstallation, createServices } from '../src/services.ts'
import { createBuilders } from './builders.ts'

const [dataFolder = ''] = process.argv.slice(2)

function fail(error: unknown): never {
  process.stderr.write(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

async function serve(): Promise<void> {
  const db = await openDatabase({ databaseUrl: null, dataFolder, say: () => undefined, giveUp: fail })
  const services = createServices({ db, submissionsPerMinute: 1_000_000 })
  const builders = createBuilders(asInstallation(services))
  const earlier = await db.prisma.survey.findFirst({ select: { code: true, questionnaireVersionId: true } })
  const survey = earlier ?? (await builders.aSurvey({ organisationId: await builders.anOrganisation() }))
  const app = await createApp({ db, services, production: true })
  const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const { code, questionnaireVersionId } = survey
  process.stdout.write(
    `ready ${JSON.stringify({ port: Number(address.port), code, questionnaireVersionId })}\n`,
  )
  const stop = () => app.close().then(() => db.close())
  process.once('SIGTERM', () => void stop().then(() => process.exit(0), fail))
}

serve().catch(fail)
