import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questionnaireFromCodebook } from '../../testing/codebook-questionnaire.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'
import { inRepository } from '../repository.ts'

let test: TestApp
let organiser: SignedIn

beforeAll(async () => {
  test = await createTestApp()
  organiser = await test.signInAs('organiser')
})
afterAll(() => test.close())

interface Sent {
  readonly file: string | Uint8Array
  readonly fields?: Readonly<Record<string, string>>
  readonly cookie?: string
  readonly header?: string
}

async function upload(
  surveyId: string,
  step: string,
  { file, fields = {}, cookie = organiser.cookie, header = '1' }: Sent,
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'odpowiedzi.csv')
  const body = new Response(form)
  const answer = await test.app.inject({
    method: 'POST',
    url: `/upload/surveys/${surveyId}/import/${step}`,
    headers: { 'content-type': body.headers.get('content-type') ?? '', cookie, 'x-rozeznanie': header },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

/** Columns, dry run and confirmation of one file, as the page does them. */
async function importFile(surveyId: string, file: string) {
  const described = await upload(surveyId, 'columns', { file })
  const mapping = JSON.stringify(described.body.mapping)
  const dryRun = await upload(surveyId, 'dry-run', { file, fields: { mapping } })
  const fields = { mapping, planHash: String(dryRun.body.planHash), mode: 'PAPI' }
  const confirmed = await upload(surveyId, 'confirm', { file, fields })
  return { described: described.body, dryRun: dryRun.body, confirmed: confirmed.body }
}

const small = questionnaireFromCodebook('Mała ankieta', [
  { name: 'sex', wording: 'Płeć', codes: '1=Mężczyzna|2=Kobieta' },
  { name: 'age', wording: 'Wiek', codes: '' },
])
const FILE = 'Nr arkusza;Płeć;Wiek\nA1;Kobieta;61\nA2;mężczyzna;47,0\nA3;nie wiem;33\n'

async function aSurvey(document = small) {
  const questionnaireVersionId = await test.aQuestionnaireVersion(document)
  return test.aSurvey({ organisationId: organiser.organisationId ?? '', questionnaireVersionId })
}
const countResponses = (surveyId: string) => test.db.prisma.response.count({ where: { surveyId } })

describe('importing existing answers', () => {
  it('stores nothing before the confirmation, then every row once with its sheet number and mode', async () => {
    const survey = await aSurvey()

    await upload(survey.id, 'columns', { file: FILE })
    const untouched = await countResponses(survey.id)
    const { dryRun, confirmed } = await importFile(survey.id, FILE)
    const stored = await test.db.prisma.response.findMany({
      where: { surveyId: survey.id },
      orderBy: { sheetNumber: 'asc' },
    })

    expect(untouched).toBe(0)
    expect(dryRun).toMatchObject({ rowCount: 3, importableCount: 3 })
    expect(confirmed).toMatchObject({
      storedCount: 3,
      alreadyStoredCount: 0,
      conflictRows: [],
      refusedRows: [],
    })
    expect(stored.map(({ sheetNumber, mode, answers }) => ({ sheetNumber, mode, answers }))).toEqual([
      { sheetNumber: 'A1', mode: 'PAPI', answers: { sex: '2', age: 61 } },
      { sheetNumber: 'A2', mode: 'PAPI', answers: { sex: '1', age: 47 } },
      { sheetNumber: 'A3', mode: 'PAPI', answers: { age: 33 } },
    ])
  })

  it('counts nobody twice when the file comes again, grown, with one sheet changed', async () => {
    const survey = await aSurvey()
    await importFile(survey.id, FILE)

    const { confirmed } = await importFile(
      survey.id,
      `${FILE.replace('A1;Kobieta;61', 'A1;Kobieta;62')}A4;Kobieta;20\n`,
    )

    expect(confirmed).toMatchObject({ storedCount: 1, alreadyStoredCount: 2 })
    expect(confirmed.conflictRows).toEqual([{ row: 2, message: 'numer arkusza „A1”.' }])
    expect(await countResponses(survey.id)).toBe(4)
  })

  it('goes on with the present version after a move, and still counts nobody twice', async () => {
    const survey = await aSurvey()
    await importFile(survey.id, FILE)
    const newer = await test.aNextVersion(survey.questionnaireVersionId, small)
    const input = { surveyId: survey.id, questionnaireVersionId: newer }
    const move = 'mutation ($input: MoveSurveyInput!) { moveSurvey(input: $input) { __typename } }'
    await test.graphql(move, { input }, { as: organiser })

    const grown = `${FILE.replace('A1;Kobieta;61', 'A1;Kobieta;62')}A4;Kobieta;20\n`
    const { confirmed } = await importFile(survey.id, grown)

    expect(confirmed).toMatchObject({ storedCount: 1, alreadyStoredCount: 2 })
    expect(confirmed.conflictRows).toEqual([{ row: 2, message: 'numer arkusza „A1”.' }])
    const where = { surveyId: survey.id, questionnaireVersionId: newer }
    expect(await test.db.prisma.response.count({ where })).toBe(1)
  })

  it('tells equal rows without a sheet number apart', async () => {
    const survey = await aSurvey()

    const { confirmed } = await importFile(survey.id, 'Płeć;Wiek\nKobieta;61\nKobieta;61\n')

    expect(confirmed).toMatchObject({ storedCount: 2 })
  })

  it('refuses a confirmation of something else than the dry run showed', async () => {
    const survey = await aSurvey()
    const described = await upload(survey.id, 'columns', { file: FILE })
    const mapping = JSON.stringify(described.body.mapping)

    const confirmed = await upload(survey.id, 'confirm', {
      file: FILE,
      fields: { mapping, planHash: 'other' },
    })

    expect(confirmed).toMatchObject({ status: 422, body: { code: 'INVALID_INPUT' } })
    expect(await countResponses(survey.id)).toBe(0)
  })

  it.each([
    ['an organiser of another organisation', 'stranger'],
    ['an interviewer', 'interviewer'],
    ['the administrator', 'administrator'],
  ] as const)('is refused to %s, in the words used for a survey that does not exist', async (_who, actor) => {
    const survey = await aSurvey()
    const { cookie } = await test.signInAs(actor)

    const foreign = await upload(survey.id, 'columns', { file: FILE, cookie })
    const missing = await upload('0198c0de-0000-7000-8000-00000000ffff', 'columns', { file: FILE, cookie })

    expect(foreign).toMatchObject({ status: 403 })
    expect(foreign).toEqual(missing)
  })

  it('is refused without a session and from a foreign page', async () => {
    const survey = await aSurvey()

    expect(await upload(survey.id, 'columns', { file: FILE, cookie: '' })).toMatchObject({ status: 401 })
    expect(await upload(survey.id, 'columns', { file: FILE, header: '0' })).toMatchObject({ status: 403 })
  })

  it.each([
    ['an empty file', '', /pusty/],
    ['nonsense', 'jeden wiersz', /nagłówków/],
  ])('explains %s in Polish', async (_name, file, message) => {
    const survey = await aSurvey()

    const { status, body } = await upload(survey.id, 'columns', { file })

    expect(status).toBe(422)
    expect(body.message).toMatch(message)
  })
})

const folder = inRepository('..', 'shared', 'data', 'micro')
const data = `${folder}/diagnoza-spoleczna-2013-swietokrzyskie.csv`

/** Rada Monitoringu Społecznego, Diagnoza Społeczna 2013, świętokrzyskie; figures recomputed from the file itself. */
describe.skipIf(!existsSync(data))('importing Diagnoza Społeczna 2013', () => {
  it('gives 54.62 % women, a mean age of 49.08 and 28.79 % who find people helpful', async () => {
    const codebook: Record<string, string>[] = parse(
      readFileSync(data.replace('swietokrzyskie', 'codebook')),
      { columns: true, delimiter: ';', bom: true },
    )
    const columns = codebook.map((row) => ({
      name: row.kolumna ?? '',
      wording: row.opis_pl || (row.kolumna ?? ''),
      codes: row.typ === 'liczba' ? '' : (row.kategorie ?? ''),
    }))
    const survey = await aSurvey(questionnaireFromCodebook('Diagnoza Społeczna 2013', columns))

    const { described, confirmed } = await importFile(survey.id, readFileSync(data, 'utf8'))
    const { data: answer } = await test.graphql<Results>(RESULTS, { id: survey.id }, { as: organiser })

    expect(described).toMatchObject({ rowCount: 1386 })
    expect(confirmed).toMatchObject({ storedCount: 1386, refusedRows: [] })
    const summaries = new Map(
      answer.survey.results.summaries.map((summary) => [summary.questionKey, summary]),
    )
    const shareOf = (key: string, codes: readonly string[]) =>
      summaries
        .get(key)
        ?.frequencies?.filter(({ code }) => codes.includes(code))
        .reduce((sum, { ofRespondents }) => sum + (ofRespondents?.share ?? 0), 0) ?? 0
    expect(100 * shareOf('plec', ['2'])).toBeCloseTo(54.62, 2)
    expect(summaries.get('wiek')?.mean?.mean).toBeCloseTo(49.08, 2)
    expect(100 * shareOf('gp54_08', ['1', '2', '3'])).toBeCloseTo(28.79, 2)
  })
})

interface Results {
  readonly survey: {
    readonly results: {
      readonly summaries: readonly {
        readonly questionKey: string
        readonly frequencies?: readonly {
          readonly code: string
          readonly ofRespondents: { readonly share: number } | null
        }[]
        readonly mean?: { readonly mean: number } | null
      }[]
    }
  }
}
const RESULTS = `query ($id: ID!) {
  survey(id: $id) {
    results {
      summaries {
        questionKey
        ... on ChoiceSummary { frequencies { code ofRespondents { share } } }
        ... on NumberSummary { mean { mean } }
      }
    }
  }
}`
