import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Answers } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, multi, roster, yesNo } from '@rozeznanie/core/testing'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const IDEA = '=HYPERLINK("http://zlo.example";"x")\nBrakuje autobusu.'
const PEOPLE: readonly Answers[] = [
  { car: 'yes', electric: 'no', need: ['bus'], idea: IDEA, people: [{ years: 3 }, { years: 40 }] },
  { car: 'no', need: ['-99'], idea: 'Nazywam się Jan Nowak i mieszkam sam' },
  { car: 'yes', need: ['bus', 'doctor'], weight: 72.5 },
]

let test: TestApp
let organiser: SignedIn
let surveyId: string
let code: string
let versionId: string

async function answer(answers: Answers): Promise<void> {
  const payload = { id: randomUUID(), questionnaireVersionId: versionId, mode: 'CAWI', answers }
  const sent = await test.app.inject({ method: 'POST', url: `/a/${code}/responses`, payload })
  if (sent.statusCode !== 201) throw new Error(sent.body)
}

beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T10:00:00Z') })
  organiser = await test.signInAs('organiser')
  versionId = await test.aQuestionnaireVersion(
    aQuestionnaire([
      yesNo('car'),
      yesNo('electric', "car = 'yes'"),
      multi('need', ['bus', 'doctor', '-99']),
      { key: 'weight', type: 'NUMBER', text: 'weight?', decimals: 1, min: 0 },
      { key: 'odd', type: 'SINGLE', text: '=odd', options: [{ code: '1', label: '=1+1' }] },
      { key: 'idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
      roster('people', [{ key: 'years', type: 'NUMBER', text: 'years?', min: 0 }]),
    ]),
  )
  const survey = await test.aSurvey({
    organisationId: organiser.organisationId ?? '',
    questionnaireVersionId: versionId,
  })
  surveyId = survey.id
  code = survey.code
  for (const answers of PEOPLE) await answer(answers)
})
afterAll(() => test.close())

const get = (file: string, headers: Record<string, string> = {}, as: SignedIn = organiser) =>
  test.app.inject({
    method: 'GET',
    url: `/download/surveys/${surveyId}/${file}`,
    headers: { cookie: as.cookie, ...headers },
  })

/** Lines of a CSV as objects by variable, in an order of their own. */
const read = (body: string) => {
  const [head = '', ...lines] = body.replace('\ufeff', '').trimEnd().split('\r\n')
  const names = head.split(';')
  return lines.map((line) => Object.fromEntries(line.split(';').map((cell, index) => [names[index], cell])))
}

describe('the CSV of a survey', () => {
  it('has a line for each response, with codes, special values and what was not asked', async () => {
    const { body, headers } = await get('data.csv')
    const rows = read(body)

    expect(
      body.startsWith('\ufefftryb;kto_odpowiadal;car;electric;need_bus;need_doctor;weight;odd;people;'),
    ).toBe(true)
    expect(headers['x-rozeznanie-rows']).toBe('3')
    expect(rows).toHaveLength(3)
    expect(rows).toContainEqual(
      expect.objectContaining({ car: 'yes', electric: 'no', people: '2', years_1: '3', years_2: '40' }),
    )
    expect(rows).toContainEqual(
      expect.objectContaining({ car: 'no', electric: '', need_bus: '-99', need_doctor: '-99' }),
    )
    expect(rows).toContainEqual(expect.objectContaining({ electric: '-96', weight: '72,5', years_1: '' }))
  })

  it('has labels instead of codes where they are asked for, and no formula', async () => {
    const labels = read((await get('data.csv?values=labels')).body)
    expect(labels).toContainEqual(
      expect.objectContaining({ car: 'Tak', need_bus: 'wybrano', odd: 'brak odpowiedzi' }),
    )

    const codebook = (await get('codebook.csv')).body
    expect(codebook).toContain("'=odd")
    expect(codebook).not.toMatch(/(?:^|;)"?[=+@]/m)
  })

  it('holds open answers only when they are confirmed, masked and never a formula', async () => {
    const without = (await get('data.csv')).body
    const { body } = await get('data.csv?open=confirmed')

    expect(without).not.toContain('idea')
    expect(body).toContain('"\'=HYPERLINK(""http://zlo.example"";""x"") Brakuje autobusu."')
    expect(body).toContain('[tekst ukryty: może zawierać dane osobowe]')
    expect(body).not.toContain('Nowak')
  })

  it('holds neither ids nor days nor the order of coming in', async () => {
    const { rows } = await test.db.pool.query<{ id: string; car: string }>(
      `SELECT id, answers ->> 'car' AS car FROM response WHERE survey_id = $1 ORDER BY id`,
      [surveyId],
    )
    const { body } = await get('data.csv')

    for (const { id } of rows) expect(body).not.toContain(id)
    expect(body).not.toContain('2026')
    expect(read(body).map((row) => row.car)).toEqual(rows.map(({ car }) => car))
  })

  it.each(['values=other', 'open=yes', 'x=1'])('is refused with „%s”', async (query) => {
    expect((await get(`data.csv?${query}`)).statusCode).toBe(400)
  })
})

describe('a workbook of a survey', () => {
  it('opens with a row for each response', async () => {
    const { rawPayload, headers } = await get('data.xlsx?open=confirmed')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(rawPayload as unknown as ArrayBuffer)
    const sheet = workbook.getWorksheet('Dane')
    const rows = sheet?.getSheetValues().slice(2) as unknown[][]

    expect(headers['x-rozeznanie-rows']).toBe('3')
    expect(sheet?.rowCount).toBe(4)
    expect(rows.flat()).toContain(72.5)
    expect(rows.flat()).toContain('\'=HYPERLINK("http://zlo.example";"x") Brakuje autobusu.')
  })

  it('of the codebook tells every variable and every code', async () => {
    const { rawPayload } = await get('codebook.xlsx')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(rawPayload as unknown as ArrayBuffer)

    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Zmienne', 'Kody', 'Zestawy odpowiedzi'])
    expect(workbook.getWorksheet('Kody')?.getSheetValues().flat()).toContain('need_doctor')
  })
})

describe('a file that is being downloaded', () => {
  it('tells its length, its digest and its rows, and gives any part of itself', async () => {
    const whole = await get('data.sav')
    const { etag = '', 'content-length': length } = whole.headers
    const part = await get('data.sav', { range: 'bytes=10-19', 'if-range': String(etag) })
    const end = await get('data.sav', { range: 'bytes=-7' })

    expect(Number(length)).toBe(whole.rawPayload.length)
    const digest = createHash('sha256').update(whole.rawPayload).digest('base64')
    expect(whole.headers['repr-digest']).toBe(`sha-256=:${digest}:`)
    expect(part.statusCode).toBe(206)
    expect(part.headers['content-range']).toBe(`bytes 10-19/${length}`)
    expect(part.rawPayload.equals(whole.rawPayload.subarray(10, 20))).toBe(true)
    expect(end.rawPayload.equals(whole.rawPayload.subarray(-7))).toBe(true)
    expect((await get('data.sav', { range: 'bytes=999999-' })).statusCode).toBe(416)
  })

  it('stays the same file when answers come in, and whoever begins anew gets them', async () => {
    const first = await get('data.csv')
    const etag = String(first.headers.etag)
    await answer({ car: 'no' })

    const resumed = await get('data.csv', { range: 'bytes=5-', 'if-match': etag })
    const anew = await get('data.csv')
    const mixed = await get('data.csv', { range: 'bytes=5-', 'if-range': '"another"' })

    expect(resumed.body).toBe(first.rawPayload.subarray(5).toString())
    expect(anew.headers['x-rozeznanie-rows']).toBe('4')
    expect(anew.headers.etag).not.toBe(etag)
    expect(mixed.statusCode).toBe(200)
    expect((await get('data.csv', { 'if-match': '"another"' })).statusCode).toBe(412)
  })

  it('tells how far it is to a page that asks for an answer at once', async () => {
    const asked = { prefer: 'respond-async' }
    let told = await get('data.xlsx?values=labels', asked)
    while (told.statusCode === 202) told = await get('data.xlsx?values=labels', asked)

    expect(told.json()).toMatchObject({
      ...{ isReady: true, doneRows: 4, rowCount: 4 },
      name: expect.stringMatching(/^dane-.+\.xlsx$/) as string,
    })
    const file = await get('data.xlsx?values=labels', { 'if-match': told.json<{ etag: string }>().etag })
    expect(file.rawPayload.length).toBe(told.json<{ size: number }>().size)
  })

  it('leaves no name on the disk', async () => {
    await get('data.csv')

    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('rozeznanie-dane-'))
    if (process.platform === 'linux') expect(left).toEqual([])
    expect(existsSync(tmpdir())).toBe(true)
  })

  it('is recorded with its format and rows, without any answer', async () => {
    const { rows } = await test.db.pool.query<{ details: object }>(
      `SELECT details FROM audit_event WHERE action = 'exportMicrodata' AND object_id = $1 ORDER BY id LIMIT 1`,
      [surveyId],
    )

    expect(rows[0]?.details).toEqual({ format: 'csv', openAnswers: false, rowCount: 3 })
  })
})
