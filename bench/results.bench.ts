// The results page of a survey with 100,000 answers: columns cold and warm, the whole answer over HTTP, one crosstab,
// memory, and the same counts by SQL on the stored JSON. `RESPONSES=20000` measures a smaller survey.
import { columnBytes, crosstab, surveyResults, type SurveyResults } from '@rozeznanie/core/analysis'
import { allQuestions, type Question } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { createSurveyColumns } from '../server/src/analysis/survey-columns.ts'
import { createApp } from '../server/src/app.ts'
import type { Database } from '../server/src/database/database.ts'
import { asInstallation, createServices } from '../server/src/services.ts'
import { createBuilders, TEST_PASSWORD } from '../server/testing/builders.ts'
import { fill, onDatabase } from './residents.ts'
import { RESULTS } from './results-query.ts'
import { say, time } from './timing.ts'

const RESPONSES = Number(process.env.RESPONSES ?? 100_000)
const MIB = 1024 * 1024

const CROSSTAB = `query ($id: ID!) { survey(id: $id) { crosstab(rowQuestionKey: "dem_age", columnQuestionKey: "serv_need/CARE_HOME") {
  rows { code label } columns { code label } counts rowTotals columnTotals validCount rowShares columnShares } } }`

/** The counts of one question by SQL on the stored JSON. */
function sqlOf({ key, type }: Question): string | null {
  const where = 'FROM response WHERE survey_id = $1'
  const listed = `SELECT a.value, count(*) FROM response, jsonb_array_elements_text(answers->'${key}') a WHERE survey_id = $1 GROUP BY 1`
  switch (type) {
    case 'MULTI':
      return listed
    case 'RANK':
      return `SELECT a.value, a.place, count(*) FROM response, jsonb_array_elements_text(answers->'${key}') WITH ORDINALITY a (value, place) WHERE survey_id = $1 GROUP BY 1, 2`
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return `SELECT a.key, a.value, count(*) FROM response, jsonb_each_text(answers->'${key}') a WHERE survey_id = $1 GROUP BY 1, 2`
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return `SELECT count(*) ${where} AND answers ? '${key}'`
    case 'INFO':
      return null
    default:
      return `SELECT answers->>'${key}' AS value, count(*) ${where} GROUP BY 1`
  }
}

async function expectSame(db: Database, surveyId: string, results: SurveyResults) {
  const { rows } = await db.pool.query<{ value: string | null; count: string }>(
    `SELECT answers->>'dem_sex' AS value, count(*) FROM response WHERE survey_id = $1 GROUP BY 1`,
    [surveyId],
  )
  const summary = results.summaries.find(({ questionKey }) => questionKey === 'dem_sex')
  const counts = summary?.kind === 'CHOICE' ? summary.frequencies : []
  for (const { code, count } of counts) {
    const stored = Number(rows.find(({ value }) => value === code)?.count ?? 0)
    if (stored !== count) throw new Error(`dem_sex ${code}: columns count ${count}, SQL ${stored}`)
  }
}

async function measure(db: Database) {
  const services = createServices({ db })
  const { anOrganisation, anAccount, aLocality, aQuestionnaireVersion, aSurvey } = createBuilders(
    asInstallation(services),
  )
  const organisationId = await anOrganisation()
  const { email } = await anAccount({ organisationId, role: 'ORGANISER' })
  const localities = [await aLocality(), await aLocality(), await aLocality()]
  const questionnaire = questionnaireLibrary.find(({ key }) => key === 'RES') ?? questionnaireLibrary[0]!
  const survey = await aSurvey({
    organisationId,
    questionnaireVersionId: await aQuestionnaireVersion(questionnaire),
  })
  say(
    `storing ${RESPONSES} responses to ${questionnaire.key}`,
    await time(1, () => fill(db, survey, localities, RESPONSES)),
  )

  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const cold = createSurveyColumns({ db, now: () => new Date() })
  say('columns, cold: all rows read from PostgreSQL', await time(1, () => cold.read(survey.id)))
  const state = (await cold.read(survey.id))!
  say('columns, warm: looking for news', await time(20, () => cold.read(survey.id)))
  say(
    'columns, memory',
    `${(columnBytes(state.columns) / MIB).toFixed(1)} MiB, process +${((process.memoryUsage().rss - before) / MIB).toFixed(0)} MiB with what reading left behind`,
  )
  say('summaries of all questions', await time(15, () => surveyResults(state.columns, [])))
  say(
    'summaries, filtered by sex and age',
    await time(15, () =>
      surveyResults(state.columns, [
        { dimension: 'dem_sex', codes: ['WOMAN'] },
        { dimension: 'dem_age', codes: ['65_69', '70_74'] },
      ]),
    ),
  )
  say(
    'crosstab, age × need of care at home',
    await time(15, () => crosstab(state.columns, 'dem_age', 'serv_need/CARE_HOME')),
  )
  say(
    'crosstab, two multi-choices',
    await time(15, () => crosstab(state.columns, 'serv_barrier', 'vol_ready')),
  )
  await expectSame(db, survey.id, surveyResults(state.columns, []))

  const app = await createApp({ db, services })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const post = (query: string, variables: object, cookie = '') =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    })
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }'
  const signedIn = await post(signIn, { input: { email, password: TEST_PASSWORD } })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  let length = 0
  const ask = (query: string) => async () => {
    const text = await (await post(query, { id: survey.id }, cookie)).text()
    if (text.includes('"errors"')) throw new Error(text.slice(0, 500))
    length = text.length
  }
  say('whole results over HTTP, first (cold)', await time(1, ask(RESULTS)))
  say('whole results over HTTP, warm', await time(15, ask(RESULTS)))
  say('whole results, size of the answer', `${(length / 1024).toFixed(0)} KiB`)
  say('crosstab over HTTP', await time(15, ask(CROSSTAB)))
  await app.close()

  const statements = allQuestions(questionnaire).flatMap((question) => sqlOf(question) ?? [])
  const bySql = async () => {
    for (const statement of statements) await db.pool.query(statement, [survey.id])
  }
  say(`the same counts by SQL on jsonb (${statements.length} statements)`, await time(1, bySql))
  const crossed = `SELECT answers->>'dem_age', answers->'serv_need'->>'CARE_HOME', count(*) FROM response WHERE survey_id = $1 GROUP BY 1, 2`
  say('the same crosstab by SQL on jsonb', await time(3, () => db.pool.query(crossed, [survey.id])))
}

await onDatabase(measure)
