import { aQuestionnaire, aSection, single, yesNo } from '@rozeznanie/core/testing'
import { exportXlsForm } from '@rozeznanie/core/interchange'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'
import { writeWorkbook } from './write-workbook.ts'

let test: TestApp
let organiser: SignedIn
let stranger: SignedIn
let interviewer: SignedIn

const small = aQuestionnaire(
  [
    aSection('dom', [
      yesNo('samotnie'),
      { key: 'pokoje', type: 'NUMBER', text: 'Ile jest pokoi?', unit: 'pokoje', min: 0, max: 20 },
      single('pomoc', ['tak', 'nie'], { visibleIf: "samotnie = 'yes'" }),
    ]),
  ],
  { key: 'potrzeby', title: 'Potrzeby „seniorów”: 2026' },
)

beforeAll(async () => {
  test = await createTestApp()
  organiser = await test.signInAs('organiser')
  stranger = await test.signInAs('stranger')
  interviewer = await test.signInAs('interviewer')
})
afterAll(() => test.close())

interface Sending {
  readonly as?: SignedIn | null
  readonly header?: string
}
interface Reply {
  readonly format: string
  readonly questionnaire: Questionnaire
  readonly report: readonly { readonly kind: string; readonly sheet: string; readonly row: number }[]
  readonly code: string
  readonly message: string
  readonly problems: readonly { readonly sheet: string; readonly row: number; readonly message: string }[]
}

async function read(file: string | Uint8Array, { as = organiser, header = '1' }: Sending = {}) {
  const form = new FormData()
  form.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'formularz')
  const body = new Response(form)
  const answer = await test.app.inject({
    method: 'POST',
    url: '/upload/questionnaires/read',
    headers: {
      'content-type': body.headers.get('content-type') ?? '',
      'x-rozeznanie': header,
      ...(as && { cookie: as.cookie }),
    },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json<Reply>() }
}

const download = (key: string, name: string, as: SignedIn | null = organiser) =>
  test.app.inject({
    url: `/download/questionnaires/${key}/${name}`,
    headers: as ? { cookie: as.cookie } : {},
  })

const CREATE = `mutation ($input: CreateQuestionnaireInput!) {
  createQuestionnaire(input: $input) { __typename ... on Questionnaire { id key } ... on Error { message } }
}`
const PUBLISH = `mutation ($input: PublishDraftInput!) {
  publishDraft(input: $input) { __typename ... on Error { message } }
}`

/** A questionnaire of the organiser's organisation, made of a document. */
async function created(document: Questionnaire): Promise<{ readonly id: string; readonly key: string }> {
  const input = { organisationId: organiser.organisationId, title: document.title, document }
  const { data } = await test.graphql<{ createQuestionnaire: { id: string; key: string } }>(
    CREATE,
    { input },
    { as: organiser },
  )
  return data.createQuestionnaire
}
const publish = (questionnaireId: string) =>
  test.graphql(PUBLISH, { input: { questionnaireId, revision: 1 } }, { as: organiser })

const CSV = `survey;;;
;type;name;label
;text;imie;Imię
;select_one tn;zgoda;Czy?
;geopoint;gdzie;Gdzie?
choices;;;
;list_name;name;label
;tn;t;Tak
;tn;n;Nie
`
const LSS = `<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>
<languages><language>pl</language></languages>
<groups><rows><row><gid>1</gid><group_name>O domu</group_name><language>pl</language></row></rows></groups>
<questions><rows><row><qid>1</qid><parent_qid>0</parent_qid><gid>1</gid><type>Y</type><title>Q1</title>
<question><![CDATA[<p>Samotnie?</p>]]></question><language>pl</language></row></rows></questions>
<surveys><rows><row><sid>1</sid><language>pl</language></row></rows></surveys></document>`

describe('reading a form', () => {
  it('gives the questionnaire with what became of every row, and stores nothing', async () => {
    const before = await test.db.prisma.questionnaire.count()

    const { status, body } = await read(CSV)

    expect(status).toBe(200)
    expect(body.format).toBe('xlsform')
    expect(parseQuestionnaire(body.questionnaire).sections[0]?.questions).toHaveLength(2)
    expect(body.report).toContainEqual(expect.objectContaining({ kind: 'dropped', sheet: 'survey', row: 5 }))
    expect(await test.db.prisma.questionnaire.count()).toBe(before)
  })

  it('knows workbooks, SurveyJS, LimeSurvey and our own files by what is in them', async () => {
    const { sheets } = exportXlsForm(small)

    const formats = []
    for (const file of [
      await writeWorkbook(sheets),
      JSON.stringify({ elements: [{ type: 'text', name: 'a' }] }),
      LSS,
      JSON.stringify(small),
    ])
      formats.push((await read(file)).body.format)

    expect(formats).toEqual(['xlsform', 'surveyjs', 'limesurvey', 'own'])
  })

  it('says of a broken form where and what is wrong', async () => {
    const { status, body } = await read('type;name;label\nselct_one tn;a;A\ntext;b c;B\n')

    expect(status).toBe(422)
    expect(body.code).toBe('FORM_BROKEN')
    expect(body.problems.map(({ sheet, row }) => [sheet, row])).toEqual([
      ['survey', 2],
      ['survey', 3],
    ])
  })

  it('is for organisers and administrators, from a page of ours', async () => {
    const administrator = await test.signInAs('administrator')

    expect((await read(CSV, { as: administrator })).status).toBe(200)
    expect((await read(CSV, { as: interviewer })).status).toBe(403)
    expect((await read(CSV, { as: null })).status).toBe(401)
    expect((await read(CSV, { header: '' })).status).toBe(403)
  })
})

describe('a file that is no form', () => {
  const nested = '['.repeat(100_000)
  const workbook = '<workbook xmlns:r="r"><sheets><sheet name="survey" r:id="r1"/></sheets></workbook>'
  const relations = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
  const bomb = (sheet: Uint8Array) =>
    zipSync({
      'xl/workbook.xml': strToU8(workbook),
      'xl/_rels/workbook.xml.rels': strToU8(relations),
      'xl/worksheets/sheet1.xml': sheet,
    })
  const LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'

  it.each<readonly [string, () => string | Uint8Array, RegExp]>([
    ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), /nie umiemy odczytać/],
    [
      'a workbook of the old Excel',
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
      /zapisać bez hasła/,
    ],
    ['a document of LibreOffice', () => zipSync({ 'content.xml': strToU8('<a/>') }), /LibreOffice/],
    ['a workbook with macros', () => zipSync({ 'xl/vbaProject.bin': strToU8('x') }), /makra/],
    ['JSON that breaks off', () => '{"elements": [', /nie jest poprawnym plikiem JSON/],
    ['deep JSON', () => nested, /zagnieżdżony zbyt głęboko/],
    ['wide JSON', () => `[${'{},'.repeat(400_000)}{}]`, /nienaturalnie duży/],
    ['XML that is no survey', () => '<html/>', /LimeSurvey/],
    [
      'XML with an entity outside',
      () => '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
      /DOCTYPE/,
    ],
    ['XML with entities of entities', () => `${LAUGHS}<document>&b;</document>`, /DOCTYPE/],
    ['deep XML', () => '<document>'.repeat(100_000), /zagnieżdżony zbyt głęboko/],
    [
      'an archive that unpacks a thousandfold',
      () => bomb(new Uint8Array(64 * 1024 * 1024).fill(32)),
      /nienaturalnie duży/,
    ],
    ['a million rows', () => `type,name\n${'text,a\n'.repeat(1_000_000)}`, /najwyżej 20000 wierszy/],
    ['a hundred thousand columns', () => `${'a,'.repeat(100_000)}\nb`, /ponad 300 kolumn/],
    ['more than 8 MB', () => new Uint8Array(9 * 1024 * 1024).fill(65), /większy niż 8 MB/],
  ])('is refused soon: %s', async (_what, make, message) => {
    const file = make()
    const start = performance.now()

    const { status, body } = await read(file)

    expect(body.message).toMatch(message)
    expect(status).toBe(422)
    // Two seconds on a computer of its own; tests share theirs with many others.
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  it('leaves the server answering and the next form read', async () => {
    const hard = JSON.stringify({
      elements: [{ type: 'text', name: 'a', visibleIf: `${'!'.repeat(200_000)}1` }],
    })
    const reading = read(hard)
    const health = await test.app.inject({ url: '/healthz' })

    expect(health.statusCode).toBe(200)
    expect([200, 422]).toContain((await reading).status)
    expect((await read(CSV)).status).toBe(200)
  })
})

describe('a questionnaire as a file', () => {
  it('is the draft until a version is published, and for its editors only', async () => {
    const { key, id } = await created(small)

    const draft = await download(key, 'questionnaire.json')
    expect(draft.statusCode).toBe(200)
    expect(draft.headers['content-disposition']).toContain('szkic')
    expect(parseQuestionnaire(draft.json()).title).toBe(small.title)
    expect((await download(key, 'questionnaire.json', interviewer)).statusCode).toBe(404)

    await publish(id)
    const version = await download(key, 'questionnaire.json?wersja=1', interviewer)
    expect(version.statusCode).toBe(200)
    expect(version.headers['content-disposition']).toContain('wersja-1')
    expect((await download(key, 'questionnaire.json?szkic=1', interviewer)).statusCode).toBe(404)
    expect((await download(key, 'questionnaire.json?szkic=1')).statusCode).toBe(200)
  })

  it('is not there for others, for other versions and for nonsense', async () => {
    const { key } = await created(small)

    expect((await download(key, 'form.xlsx', stranger)).statusCode).toBe(404)
    expect((await download(key, 'form.xlsx', null)).statusCode).toBe(401)
    for (const wersja of ['2', '0', '-1', 'x', '99999999999'])
      expect((await download(key, `form.xlsx?wersja=${wersja}`)).statusCode).toBe(404)
    expect((await download('nie-ma', 'form.xlsx')).statusCode).toBe(404)
  })

  it('comes back whole from a workbook, and from JSON of SurveyJS but for what that cannot say', async () => {
    const { key } = await created(small)
    const { sections } = small
    const withoutUnits = JSON.parse(JSON.stringify(sections).replace(',"unit":"pokoje"', '')) as unknown

    const workbook = await read(new Uint8Array((await download(key, 'form.xlsx')).rawPayload))
    const survey = await read(new Uint8Array((await download(key, 'surveyjs.json')).rawPayload))

    expect(workbook.body.questionnaire.sections).toEqual(sections)
    expect(survey.body.questionnaire.sections).toEqual(withoutUnits)
  })

  it('keeps to its schema, which everybody may have', async () => {
    const { key } = await created(small)

    const schema = await test.app.inject({ url: '/schemas/questionnaire-1.json' })
    const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
      schema.json(),
    )

    expect(schema.headers['content-type']).toContain('application/schema+json')
    expect(validate((await download(key, 'questionnaire.json')).json())).toBe(true)
  })
})
