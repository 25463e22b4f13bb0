// `npm run screenshots`: the pictures of the readme and of the user guide, taken from a running demo.
// BASE is its address (http://localhost:4000 when absent). One filled survey is sent to it at the end.
/* global document, window, scrollX, scrollY -- inside page.evaluate */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { prepareChromium } from './chromium.mjs'
import { withPalette } from './palette-png.mjs'
import { Refusal, root, run } from './say.mjs'

const BASE = new URL(process.env.BASE ?? 'http://localhost:4000')
/** What the address bar of the pictures would say; the browser is led from it to BASE. */
const SHOWN = 'http://ankiety.cus-morawica.example'
const FOLDER = 'docs/przewodnik/images'
const SIGN_IN = { email: 'organizator@rozeznanie.example', password: 'Rozeznanie-demo-2026' }
const MARGIN = 24

const IMPORTED = [
  '"Sygnatura czasowa","W jakiej miejscowości (sołectwie, osiedlu) Pan/Pani mieszka?","Płeć","Ile ma Pan/Pani lat?","Jak ogólnie ocenia Pan/Pani warunki życia w gminie?"',
  '"2026/01/10 9:12:03","Bilcza","kobieta","70–74 lata","raczej dobrze"',
  '"2026/01/10 10:40:51","bilcza","Kobieta","85 lat lub więcej","raczej dobrze"',
  '"2026/01/11 8:01:17","Brzeziny","facet","25–34 lata","raczej źle"',
  '"2026/01/12 8:30:00","Brzeziny","mężczyzna","35–44 lata","raczej dobrze"',
].join('\r\n')

/** A form of another system: some of it goes over whole, some changed, some not at all. */
const FORM = [
  '"survey","","","","",""',
  '"","type","name","label","relevant","appearance"',
  '"","select_one tak_nie","opieka","Czy opiekuje się Pan/Pani kimś bliskim?","",""',
  '"","integer","godziny","Ile godzin tygodniowo zajmuje opieka?","${opieka} = \'tak\'",""',
  '"","select_multiple pomoc","pomoc","Co by Panu/Pani pomogło?","${opieka} = \'tak\'","minimal"',
  '"","geopoint","dom","Gdzie stoi dom?","",""',
  '"choices","","","","",""',
  '"","list_name","name","label","",""',
  '"","tak_nie","tak","Tak","",""',
  '"","tak_nie","nie","Nie","",""',
  '"","pomoc","zastepstwo","Zastępstwo na kilka dni","",""',
  '"","pomoc","rozmowa","Rozmowa z psychologiem","",""',
  '"settings","","","","",""',
  '"","form_title","form_id","","",""',
  '"","Opiekunowie","opiekunowie","","",""',
].join('\r\n')

async function save(page, name, clip, folder = FOLDER) {
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(400)
  const png = withPalette(await page.screenshot({ clip, animations: 'disabled' }))
  mkdirSync(path.join(root, folder), { recursive: true })
  writeFileSync(path.join(root, folder, `${name}.png`), png)
  console.log(`${folder}/${name}.png  ${Math.round(png.length / 1024)} kB`)
}

/** Where a thing stands in the whole page. */
const place = (thing) =>
  thing.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { left: x + scrollX, top: y + scrollY, right: x + scrollX + width, bottom: y + scrollY + height }
  })

/** Makes the window just as high as the picture, with the picture in it. */
async function show(page, from, to) {
  const { width } = page.viewportSize()
  await page.setViewportSize({ width, height: Math.round(to - from) })
  await page.evaluate((y) => window.scrollTo(0, y), from)
  await page.waitForTimeout(800)
  return page.evaluate((y) => y - scrollY, from)
}

/** The page from its top down to the end of something; a window's height when nothing is named. */
async function top(page, name, lastThing, folder) {
  const bottom = lastThing ? (await place(lastThing)).bottom + MARGIN : 900
  await show(page, 0, bottom)
  await save(page, name, undefined, folder)
}

/** From the beginning of one thing to the end of another, with a margin. */
async function between(page, name, first, last = first) {
  const [from, to] = [await place(first), await place(last)]
  const [begin, end] = [from.top - MARGIN, to.bottom + MARGIN]
  const y = await show(page, begin, end)
  const x = Math.max(0, Math.min(from.left, to.left) - MARGIN)
  const width = Math.min(page.viewportSize().width, Math.max(from.right, to.right) + MARGIN) - x
  await save(page, name, { x, y, width, height: Math.round(end - begin) })
}

const heading = (page, name) => page.getByRole('heading', { name })
const card = (page, title) => page.locator('.card').filter({ has: heading(page, title) })

async function go(page, address, awaited) {
  await page.setViewportSize({ width: page.viewportSize().width, height: 900 })
  await page.goto(`${SHOWN}${address}`)
  await awaited.first().waitFor()
}

async function signInAndStart(page) {
  await go(page, '/logowanie', page.getByLabel('Adres e-mail'))
  await top(page, 'logowanie')
  await page.getByLabel('Adres e-mail').fill(SIGN_IN.email)
  await page.getByLabel('Hasło', { exact: true }).fill(SIGN_IN.password)
  await page.keyboard.press('Enter')
  await heading(page, 'Najnowsze ankiety').waitFor()
  await top(page, 'start', page.locator('main table'))
}

async function questionnaires(page) {
  await go(page, '/kwestionariusze', heading(page, 'Ankieta mieszkańca w minutę'))
  await top(page, 'kwestionariusze')
  await go(page, '/kwestionariusze/RES', heading(page, 'Części kwestionariusza'))
  await top(page, 'podglad')
}

/** Making a questionnaire of one's own. Needs the example's own questionnaire with its waiting draft. */
async function building(page) {
  await go(page, '/kwestionariusze', heading(page, 'Nasze kwestionariusze'))
  const own = await page.getByRole('link', { name: 'Edytuj' }).first().getAttribute('href')
  await go(page, own, page.getByRole('button', { name: /Gdzie spotyka się/ }))
  await page
    .getByRole('button', { name: /Gdzie spotyka się/ })
    .last()
    .click()
  await page.frameLocator('iframe').getByText('W świetlicy').waitFor()
  await page.waitForTimeout(500)
  await save(page, 'edytor', undefined)
  await go(page, own.replace(/edycja$/, 'zmiany'), heading(page, /Zmienia znaczenie odpowiedzi/))
  await top(page, 'zmiany', heading(page, /Nie wpływa na odpowiedzi/))
  await go(page, '/kwestionariusze/import', heading(page, 'Kwestionariusz z pliku'))
  const file = { name: 'opiekunowie.csv', mimeType: 'text/csv', buffer: Buffer.from(FORM, 'utf8') }
  await page.getByLabel('Plik z formularzem').setInputFiles(file)
  await page.getByRole('button', { name: 'Wczytaj formularz' }).click()
  await page.getByRole('table').first().waitFor()
  await top(page, 'import-formularza', page.getByRole('table').first())
}

async function opening(page) {
  await go(page, '/ankiety/nowa?kwestionariusz=RES', page.getByLabel('Tytuł ankiety'))
  const parts = ['Co i gdzie', 'Kto odpowiada', 'Co przeczyta mieszkaniec'].map((name) => heading(page, name))
  await between(page, 'nowa-co-i-gdzie', parts[0], page.getByLabel('Tytuł ankiety'))
  await between(page, 'nowa-kto-odpowiada', parts[1], page.getByText('Odpowiadają tylko osoby wylosowane'))
  await between(
    page,
    'nowa-co-przeczyta',
    parts[2],
    page.getByRole('button', { name: 'Otwórz ankietę' }).last(),
  )
}

/** The address of the newest survey of the example in a state. */
async function surveyThat(page, state) {
  const row = page.getByRole('row').filter({ hasText: state })
  await go(page, '/ankiety', row)
  return row.getByRole('link').first().getAttribute('href')
}

async function invitation(page, survey) {
  await go(page, survey, heading(page, 'Zaproszenie dla mieszkańców'))
  await top(page, 'ankieta', card(page, 'Zaproszenie dla mieszkańców'))
  const address = await page.locator('a[href^="/a/"]').first().getAttribute('href')
  await page.getByRole('button', { name: 'Zamknij ankietę teraz' }).click()
  const dialog = await page.getByRole('dialog').boundingBox()
  await save(page, 'zamkniecie', {
    x: dialog.x - MARGIN,
    y: dialog.y - MARGIN,
    width: dialog.width + 2 * MARGIN,
    height: dialog.height + 2 * MARGIN,
  })
  await go(page, `${survey}/materialy`, heading(page, 'Materiały'))
  await top(page, 'materialy', page.getByText('Ankieta na papierze'))
  return address
}

async function results(page, survey) {
  const awaited = page.getByText('Stan na')
  const internet = card(page, 'Jak często korzysta Pan/Pani z internetu?')
  await go(page, `${survey}/wyniki?tabele=tak`, awaited)
  await top(page, 'results', page.locator('main section.card').first(), 'docs/images')
  await go(page, `${survey}/wyniki`, awaited)
  await top(page, 'wyniki', page.locator('main section.card, main .card').first())
  await page.getByText('Filtry', { exact: true }).click()
  await between(page, 'wyniki-filtry', page.locator('main details').first())
  await internet.locator('summary').click()
  await between(page, 'wyniki-pytanie', internet)
  await go(page, `${survey}/wyniki?grupy=dem_sex&pytanie=digital`, page.locator('#zestawienie table'))
  await between(page, 'zestawienie', page.locator('#zestawienie'))
}

async function words(page, survey) {
  await go(page, `${survey}/odpowiedzi-otwarte`, page.getByRole('button', { name: /Dopuść/ }))
  await top(page, 'odpowiedzi-otwarte')
  await go(page, `${survey}/raport`, heading(page, 'Pobierz raport'))
  await top(page, 'raport')
}

async function importing(page, survey) {
  await go(page, `${survey}/import`, page.getByLabel('Plik CSV lub XLSX'))
  const file = { name: 'formularz.csv', mimeType: 'text/csv', buffer: Buffer.from(IMPORTED, 'utf8') }
  await page.getByLabel('Plik CSV lub XLSX').setInputFiles(file)
  await page.getByRole('button', { name: 'Wczytaj nagłówki' }).click()
  await heading(page, 'Dopasuj kolumny').waitFor()
  await between(page, 'import-kolumny', card(page, 'Dopasuj kolumny'))
  await page.getByRole('button', { name: 'Sprawdź, nic nie zapisując' }).click()
  await heading(page, 'Sprawdź, co zostanie zapisane').waitFor()
  await between(page, 'import-sprawdzenie', card(page, 'Sprawdź, co zostanie zapisane'))
}

async function answering(page, address) {
  await go(page, address, page.getByRole('button', { name: 'Rozpocznij' }))
  await save(page, 'telefon-poczatek', undefined)
  await page.getByRole('button', { name: 'Rozpocznij' }).click()
  await page.getByLabel('tak, w swoim imieniu').check()
  await page.getByRole('button', { name: 'Dalej' }).click()
  await page.getByLabel('kobieta').check()
  await page.getByRole('button', { name: 'Dalej' }).click()
  await page.getByLabel('70–74 lata').check()
  await save(page, 'telefon-pytanie', undefined)
  const send = page.getByRole('button', { name: 'Wyślij odpowiedzi' })
  const goOn = page.getByRole('button', { name: /^(Dalej|Pomiń)$/ })
  while (!(await send.isVisible())) {
    const before = await page.locator('h1').innerText()
    await goOn.click()
    await page.waitForFunction((text) => document.querySelector('h1')?.innerText !== text, before)
  }
  await save(page, 'telefon-sprawdzenie', undefined)
  await send.click()
  await heading(page, 'Dziękujemy').waitFor()
  await save(page, 'telefon-koniec', undefined)
}

async function open(browser, options) {
  const context = await browser.newContext({ locale: 'pl-PL', timezoneId: 'Europe/Warsaw', ...options })
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

await run(async () => {
  const browser = await chromium.launch({
    executablePath: await prepareChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      `--host-resolver-rules=MAP ${new URL(SHOWN).host}:80 ${BASE.host}`,
    ],
  })
  try {
    const page = await open(browser, { viewport: { width: 1280, height: 900 } })
    await signInAndStart(page).catch((error) => {
      if (!/ERR_CONNECTION/.test(error.message)) throw error
      throw new Refusal(
        `Pod adresem ${BASE.origin} nic nie działa. Uruchom program i podaj jego adres w BASE.`,
      )
    })
    await questionnaires(page)
    await building(page)
    await opening(page)
    const survey = await surveyThat(page, 'trwa')
    const address = await invitation(page, survey)
    await results(page, survey)
    await words(page, survey)
    await importing(page, survey)
    await answering(await open(browser, { viewport: { width: 390, height: 844 }, hasTouch: true }), address)
  } finally {
    await browser.close()
  }
})
