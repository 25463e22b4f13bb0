// The server of `exports.bench.ts`: surveys of 20 questions with as many responses as its argument says.
import { createApp } from '../server/src/app.ts'
import { asInstallation, createServices } from '../server/src/services.ts'
import { createBuilders, TEST_PASSWORD } from '../server/testing/builders.ts'
import { onDatabase } from './residents.ts'
import { twentyAnswers, twentyQuestions } from './twenty-questions.ts'

const sizes = (process.argv[2] ?? '').split(',').map(Number)

/** Answers that differ from row to row, of the size of `twentyAnswers`. */
const FILL = `INSERT INTO response (survey_id, id, questionnaire_version_id, mode, submitted_on, answers, content_hash)
  SELECT $1, gen_random_uuid(), $2, 'CAWI', '2026-11-22',
    $3::jsonb || jsonb_build_object('single_1', (1 + n % 5)::text, 'single_2', (1 + n / 5 % 5)::text, 'number_1', n % 101),
    '\\x00'
  FROM generate_series(1, $4::int) AS n`

await onDatabase(async (db) => {
  const services = createServices({ db })
  const build = createBuilders(asInstallation(services))
  const organisationId = await build.anOrganisation()
  const { email } = await build.anAccount({ organisationId, role: 'ORGANISER' })
  const questionnaireVersionId = await build.aQuestionnaireVersion(twentyQuestions)
  const surveys: Record<string, string> = {}
  for (const size of sizes) {
    const survey = await build.aSurvey({ organisationId, questionnaireVersionId })
    await db.pool.query(FILL, [survey.id, questionnaireVersionId, JSON.stringify(twentyAnswers), size])
    surveys[size] = survey.id
  }
  await db.pool.query('VACUUM ANALYZE response')
  const app = await createApp({ db, services, production: true })
  app.get<{ Params: { id: string } }>('/touch/:id', async ({ params }) => {
    await db.pool.query('UPDATE survey SET correction_count = correction_count + 1 WHERE id = $1', [
      params.id,
    ])
    return { ok: true }
  })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }'
  const reply = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: signIn, variables: { input: { email, password: TEST_PASSWORD } } }),
  })
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  process.on('SIGUSR2', () => {
    globalThis.gc?.()
    console.log('rested')
  })
  const stopped = new Promise<void>((resolve) => process.once('SIGTERM', () => resolve()))
  console.log(JSON.stringify({ origin, cookie, surveys }))
  await stopped
  await app.close()
})
