import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentPlace } from '@rozeznanie/core/entry'
import {
  allQuestions,
  compile,
  isAnswerable,
  isSpecialCode,
  keepVisibleAnswers,
  optionsOf,
  rowsOf,
  type Answer,
  type Question,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { aQuestionnaire, number, roster, typeSheet, when, yesNo } from '@rozeznanie/core/testing'
import type { SignedIn } from '../server/testing/test-app.ts'
import { accessibilityFaults, faultsAtEverySize, openHouse, type House, type Visit } from './harness.ts'
import { beginSheet, typeAll } from './sheets.ts'

const SIZES = [1280, 820, 390].map((width) => ({ width, height: 860 }))
const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(new Date())
const LONG_SHEET = 40

const ready = (key: string): Questionnaire => {
  const found = questionnaireLibrary.find((one) => one.key === key)
  if (!found) throw new Error(`the library has no ${key}`)
  return found
}
const SHORT = ready('RES_MIN')

/** The questions for residents and, up to forty, those for seniors that ask something else. */
function longQuestionnaire(): Questionnaire {
  const [residents, seniors] = [ready('RES'), ready('SEN')]
  const own = allQuestions(residents).filter(isAnswerable)
  const keys = new Set(own.map(({ key }) => key))
  const more = allQuestions(seniors)
    .filter(
      (question) => isAnswerable(question) && !keys.has(question.key) && question.visibleIf === undefined,
    )
    .slice(0, LONG_SHEET - own.length)
  const section = { key: 'more', title: 'Dla osób starszych', questions: more }
  const lists = { ...seniors.lists, ...residents.lists }
  return { ...residents, lists, sections: [...residents.sections, section] }
}
const LONG = longQuestionnaire()

let house: House
let interviewer: SignedIn
let localities: { readonly id: string; readonly name: string }[]

beforeAll(async () => {
  house = await openHouse()
  await house.app.signInAs('administrator')
  interviewer = await house.app.signInAs('interviewer')
  localities = await Promise.all(
    ['Wola', 'Wola Jachowa', 'Łączyn', 'Nowa Wieś'].map(async (name) => ({
      id: await house.app.aLocality({ name }),
      name,
    })),
  )
})
afterAll(() => house.close())

async function aSurvey(questionnaire: Questionnaire) {
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(questionnaire)
  return house.app.aSurvey({ organisationId: interviewer.organisationId ?? '', questionnaireVersionId })
}

const open = (survey: { readonly id: string }): Promise<Visit> =>
  house.visit(`/ankiety/${survey.id}/wpisywanie`, { as: interviewer, viewport: SIZES[0] ?? null })

/** What a person who answers everything might have ticked; `seed` makes sheets differ. */
function answerTo(questionnaire: Questionnaire, question: Question, seed: number): Answer | undefined {
  const codes = optionsOf(questionnaire, question)
    .filter(({ code, exclusive, allowsText }) => !isSpecialCode(code) && !exclusive && !allowsText)
    .map(({ code }) => code)
  const one = codes[seed % codes.length] ?? ''
  switch (question.type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return one
    case 'MULTI':
      return codes.slice(0, Math.min(2, question.maxChoices ?? 2))
    case 'RANK':
      return codes.slice(0, question.top)
    case 'MATRIX_SINGLE':
      return Object.fromEntries(rowsOf(questionnaire, question).map(({ key }) => [key, one]))
    case 'NUMBER':
      return 2
    case 'DATE_YEAR':
      return 1954
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return 'Ławka przed przychodnią'
    case 'LOCALITY':
      return localities[1]?.id
    default:
      return undefined
  }
}

function plan(questionnaire: Questionnaire, seed: number) {
  const given = Object.fromEntries(
    allQuestions(questionnaire).flatMap((question) => {
      const answer = answerTo(questionnaire, question, seed)
      return answer === undefined ? [] : [[question.key, answer] as const]
    }),
  )
  const answers = keepVisibleAnswers(questionnaire, given, { today: TODAY })
  const { keys, entry } = typeSheet({ compiled: compile(questionnaire), localities, today: TODAY }, answers)
  expect(currentPlace(entry).kind).toBe('end')
  return { answers, keys: [...keys, 'Enter'] }
}

const stored = (surveyId: string) =>
  house.app.db.prisma.response.findMany({ where: { surveyId }, orderBy: { sequence: 'asc' } })

describe('paper sheets', () => {
  it('are entered by keys alone, one after another, and stored as they stand on paper', async () => {
    const survey = await aSurvey(SHORT)
    const { page, complaints } = await open(survey)
    const first = plan(SHORT, 1)
    const second = plan(SHORT, 2)

    await beginSheet(page)
    await typeAll(page, first.keys)
    await page.getByText('Zapisano arkusz 1.').waitFor()
    await page.getByRole('heading', { name: 'Arkusz 2' }).waitFor()
    await typeAll(page, second.keys)
    await page.getByText('Zapisano arkusz 2.').waitFor()

    const rows = await stored(survey.id)
    expect(rows.map(({ mode, sheetNumber, answers }) => ({ mode, sheetNumber, answers }))).toEqual([
      { mode: 'PAPI', sheetNumber: '1', answers: first.answers },
      { mode: 'PAPI', sheetNumber: '2', answers: second.answers },
    ])
    expect(complaints).toEqual([])
    console.log(`RES_MIN: ${first.keys.length} keys a sheet, of them the open text 24`)
  })

  it('of forty questions need few keys', async () => {
    const survey = await aSurvey(LONG)
    const { page } = await open(survey)
    const sheet = plan(LONG, 1)

    await beginSheet(page)
    const began = Date.now()
    await typeAll(page, sheet.keys)
    await page.getByText('Zapisano arkusz 1.').waitFor()
    const ms = Date.now() - began

    const [row] = await stored(survey.id)
    expect(row?.answers).toEqual(sheet.answers)
    const asked = allQuestions(LONG).filter(isAnswerable).length
    const texts = Object.values(sheet.answers).filter((answer) => answer === 'Ławka przed przychodnią').length
    expect(asked).toBe(LONG_SHEET)
    console.log(
      `${asked} questions, ${Object.keys(sheet.answers).length} answered: ${sheet.keys.length} keys, ` +
        `of them ${texts * 24} for open texts (${texts}); ${(ms / sheet.keys.length).toFixed(1)} ms a key in the browser`,
    )
  })

  it('wait while the network is away, are told, outlive a reload, and are stored once', async () => {
    const survey = await aSurvey(SHORT)
    const { page } = await open(survey)
    const { keys, answers } = plan(SHORT, 3)
    await beginSheet(page)

    await page.context().setOffline(true)
    for (const number of [1, 2, 3]) {
      await page.getByRole('heading', { name: `Arkusz ${number}` }).waitFor()
      await typeAll(page, keys)
    }
    await page.getByText('3 arkusze czekają na wysłanie.').waitFor()
    await typeAll(page, keys.slice(0, 6))
    expect(await stored(survey.id)).toEqual([])

    page.on('dialog', (dialog) => void dialog.accept())
    await page.context().setOffline(false)
    await page.reload()
    await page.getByText('Zapisano arkusz 3.').waitFor()
    await page.getByRole('heading', { name: 'Arkusz 4' }).waitFor()
    await typeAll(page, keys.slice(6))
    await page.getByText('Zapisano arkusz 4.').waitFor()

    const rows = await stored(survey.id)
    expect(rows.map(({ sheetNumber }) => sheetNumber)).toEqual(['1', '2', '3', '4'])
    expect(rows.map((row) => row.answers)).toEqual([answers, answers, answers, answers])
  })

  it('of a number that is in are told about before anything is entered', async () => {
    const survey = await aSurvey(SHORT)
    const { page } = await open(survey)
    await beginSheet(page)
    await typeAll(page, plan(SHORT, 1).keys)
    await page.getByText('Zapisano arkusz 1.').waitFor()

    const again = (await open(survey)).page
    await again.getByLabel('Numer arkusza').fill('1')
    await again.keyboard.press('Enter')

    await again.getByText('Arkusz o numerze 1 jest już wpisany.').waitFor()
  })
})

it('what was passed over, what is wrong and what will not be stored is said at its place', async () => {
  const questionnaire = aQuestionnaire([
    yesNo('car'),
    { ...yesNo('electric', when('car', 'yes')), text: 'Czy samochód jest elektryczny?' },
    { key: 'born', type: 'DATE_YEAR', text: 'W którym roku się Pan/Pani urodził(a)?', max: 2020 },
    roster('home', [number('age')]),
  ])
  const survey = await aSurvey(questionnaire)
  const { page } = await open(survey)
  await beginSheet(page)

  await typeAll(page, ['2'])
  await page.getByText('Pominięto pytanie 2:').waitFor()
  await typeAll(page, ['+'])
  await page.getByText('Odnotowano: 1 odpowiedź mimo przejścia.').waitFor()
  await typeAll(page, [...'1854', 'Enter'])
  await page.getByText('Prosimy wpisać rok od 1900 do 2020').waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/entry-wrong-1280.png` })
  expect(await accessibilityFaults(page)).toEqual([])
  await typeAll(page, [...'1954', 'Enter', '+', '7', '0', 'Enter'])
  await page.getByText('1 pozycja').first().waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/entry-roster-1280.png` })
  await typeAll(page, ['+', '4', 'Enter', 'Enter'])
  await page.getByText('Wpisane mimo przejścia').waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/entry-dropped-1280.png` })
  await typeAll(page, ['Enter'])
  await page.getByText('Zapisano arkusz 1.').waitFor()

  const [row] = await stored(survey.id)
  expect(row?.answers).toEqual({ car: 'no', born: 1954, home: [{ age: 70 }, { age: 4 }] })
})

it('an interview by telephone shows what is read aloud and is stored as such', async () => {
  const survey = await aSurvey(SHORT)
  const { page } = await open(survey)
  const { keys, answers } = plan(SHORT, 2)
  await page.getByLabel('Przez telefon').check()
  await page.keyboard.press('Enter')
  await page.getByText('Na początku rozmowy proszę przeczytać').waitFor()
  await page.getByText('Tylko gdy rozmówca sam tak powie').waitFor()
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/entry-script-1280.png`, fullPage: true })

  await typeAll(page, keys)
  await page.getByText('Zapisano rozmowę.').waitFor()

  const rows = await stored(survey.id)
  expect(rows.map(({ mode, sheetNumber, answers: kept }) => [mode, sheetNumber, kept])).toEqual([
    ['CATI', null, answers],
  ])
})

it('everybody can use the sheet at every width', async () => {
  const survey = await aSurvey(LONG)
  const { page, close } = await open(survey)
  const { keys } = plan(LONG, 1)
  const faults: string[] = []
  const look = async (name: string) => {
    faults.push(...(await faultsAtEverySize(page, SIZES)).map((fault) => `${name}: ${fault}`))
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/entry-${name}.png` })
  }

  await page.getByLabel('Numer arkusza').waitFor()
  await look('start')
  await beginSheet(page)
  const looks = new Map([
    [3, 'few'],
    [12, 'list'],
    [40, 'matrix'],
    [keys.length - 1, 'end'],
  ])
  for (const [index, key] of keys.slice(0, -1).entries()) {
    await typeAll(page, [key])
    const name = looks.get(index + 1)
    if (name !== undefined) await look(name)
  }
  await page.keyboard.press('Backspace')
  await page.getByRole('textbox').waitFor()

  expect(faults).toEqual([])
  await close()
})
