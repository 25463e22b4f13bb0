import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill } from '../../../bench/residents.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

const RESPONSES = 1_000
const PSPP = spawnSync('pspp', ['--version']).error === undefined
if (!PSPP) console.warn('PSPP is not here, so that nothing is proved (apt-get install pspp).')

/** The resident's questionnaire with a thousand made-up answers, downloaded and read by PSPP. */
describe.runIf(PSPP)('the SPSS file of a whole survey', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pspp-'))
  const file = path.join(folder, 'dane.sav')
  let test: TestApp
  let told = ''
  let codebook: readonly (readonly string[])[] = []
  let women = 0

  beforeAll(async () => {
    test = await createTestApp()
    const organiser = await test.signInAs('organiser')
    const questionnaire = questionnaireLibrary.find(({ key }) => key === 'RES') ?? questionnaireLibrary[0]!
    const survey = await test.aSurvey({
      organisationId: organiser.organisationId ?? '',
      questionnaireVersionId: await test.aQuestionnaireVersion(questionnaire),
    })
    await fill(test.db, survey, [await test.aLocality(), await test.aLocality()], RESPONSES)
    const get = (name: string) =>
      test.app.inject({
        method: 'GET',
        url: `/download/surveys/${survey.id}/${name}`,
        headers: { cookie: organiser.cookie },
      })
    writeFileSync(file, (await get('data.sav?open=confirmed')).rawPayload)
    codebook = (await get('codebook.csv?open=confirmed')).body
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'))
    const { rows } = await test.db.pool.query<{ count: string }>(
      `SELECT count(*) FROM counted_response WHERE survey_id = $1 AND answers ->> 'dem_sex' = 'WOMAN'`,
      [survey.id],
    )
    women = Number(rows[0]?.count)
    const syntax = path.join(folder, 'plik.sps')
    const out = path.join(folder, 'wynik.csv')
    writeFileSync(
      syntax,
      `GET FILE='${file}'.\nDISPLAY DICTIONARY.\nMRSETS /DISPLAY NAME=ALL.\nFREQUENCIES VARIABLES=dem_sex.\n`,
    )
    execFileSync('pspp', [syntax, '-o', out, '-O', 'format=csv'], {
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    told = readFileSync(out, 'utf8')
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await test.close()
  })

  it('is read without a warning, every variable and every case of it', () => {
    const csv = path.join(folder, 'dane.csv')
    execFileSync('pspp-convert', [file, csv])
    const [head = ''] = readFileSync(csv, 'utf8').split('\n')

    expect(told).not.toMatch(/^"?(?:warning|error)/im)
    expect(readFileSync(csv, 'utf8').trim().split('\n')).toHaveLength(RESPONSES + 1)
    expect(head.split(',')).toHaveLength(codebook.length - 1)
    expect(head.split(',').length).toBeGreaterThan(150)
  })

  it('has Polish labels whole, and counts as the database does', () => {
    expect(told).toContain('Jakie ma Pan/Pani wykształcenie?')
    expect(told).not.toContain('\ufffd')
    expect(told).toMatch(new RegExp(`Valid,kobieta,${women},`))
    for (const [label = ''] of told.matchAll(/[^,\n"]{200,}/g))
      expect(Buffer.byteLength(label)).toBeLessThanOrEqual(256)
  })

  it('has its missing values and its sets of answers', () => {
    expect(told).toContain('-99 THRU -96')
    expect(told).toMatch(/\$dem_work,.*Dichotomies,1/)
    expect(told.match(/Dichotomies,1/g)?.length).toBeGreaterThan(5)
  })
})
