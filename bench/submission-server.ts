// A server of its own for `submission.bench.ts`: embedded PostgreSQL, the application in production settings, two open
// surveys. Its first line of output is a JSON document with everything that the clients need.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { createApp } from '../server/src/app.ts'
import { openDatabase } from '../server/src/database/database.ts'
import { asInstallation, createServices } from '../server/src/services.ts'
import { createBuilders } from '../server/testing/builders.ts'
import { twentyQuestions } from './twenty-questions.ts'

const [dataFolder = ''] = process.argv.slice(2)
const fail = (error: unknown): never => {
  console.error(error)
  process.exit(1)
}

/** Tells the memory of the process when asked by a signal, after collecting garbage. */
function tellMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  process.on('SIGUSR2', () => {
    collect()
    const { rss: rssBytes, heapUsed: heapBytes } = process.memoryUsage()
    console.log(JSON.stringify({ rssBytes, heapBytes }))
  })
}

async function serve(): Promise<void> {
  const db = await openDatabase({ databaseUrl: null, dataFolder, say: () => undefined, giveUp: fail })
  const services = createServices({ db, submissionsPerMinute: 1_000_000_000 })
  const app = await createApp({ db, services, production: true })
  const builders = createBuilders(asInstallation(services))
  const organisationId = await builders.anOrganisation({ name: 'CUS w Pomiarowie' })
  const locality = await builders.aLocality()
  const open = async (document: Questionnaire) =>
    builders.aSurvey({
      organisationId,
      questionnaireVersionId: await builders.aQuestionnaireVersion(document),
    })
  const resident = questionnaireLibrary.find(({ key }) => key === 'RES')
  if (!resident) throw new Error('the library has no RES')
  const surveys = { twenty: await open(twentyQuestions), RES: await open(resident) }
  await db.pool.query('CREATE TABLE plain_insert (id uuid PRIMARY KEY, answers jsonb NOT NULL)')
  tellMemory()
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = typeof address === 'object' ? address?.port : null
  console.log(JSON.stringify({ port, surveys, locality, databaseUrl: db.pool.options.connectionString }))
  process.once(
    'SIGTERM',
    () =>
      void app
        .close()
        .then(() => db.close())
        .then(() => process.exit(0), fail),
  )
}

serve().catch(fail)
