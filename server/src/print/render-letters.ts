import { Column } from './column.ts'
import {
  addressWithCode,
  helpWords,
  inGroups,
  shortAddress,
  unbroken,
  untilWords,
} from './invitation-words.ts'
import { MM, PAPER, Pen, SOFT_INK } from './pen.ts'
import type { LettersFacts } from './print-task.ts'
import { paintQr } from './qr.ts'

/** The window of a long envelope: 45 × 90 mm, 20 mm from the left and 45 mm from the top of the folded sheet. */
const WINDOW = { x: 22 * MM, y: 48 * MM, width: 82 * MM } as const
const MARGIN = { left: 22 * MM, right: 20 * MM } as const
const WIDTH = PAPER.a4.width - MARGIN.left - MARGIN.right
const BODY_TOP = 98 * MM
const SIZE = 12
const FOLDS = [99 * MM, 198 * MM] as const

type Code = LettersFacts['codes'][number]

const opening = (facts: LettersFacts): string =>
  facts.isReminder
    ? `Niedawno zaprosiliśmy Państwa do ankiety „${facts.surveyTitle}”. Jeśli ktoś już odpowiedział z kodem poniżej, dziękujemy i prosimy pominąć ten list. Jeśli nie, prosimy o odpowiedź: każdy głos się liczy.`
    : `Zapraszamy do wypełnienia ankiety „${facts.surveyTitle}”.`

/** Who sends it, above the room for the window, where a person writes or sticks the address. */
function paintHead(pen: Pen, facts: LettersFacts, { serial }: Code): void {
  const column = new Column(pen, MARGIN.left, 18 * MM, WIDTH)
  column.say(facts.organisationName, { size: SIZE, isBold: true })
  column.say(`Gmina ${facts.municipalityName} · tel.\u00a0${unbroken(facts.contactPhone)}`, {
    size: SIZE - 1.5,
    gap: 2,
  })
  const window = new Column(pen, WINDOW.x, WINDOW.y, WINDOW.width)
  window.say('Mieszkanka lub mieszkaniec', { size: SIZE })
  window.say(`gmina ${facts.municipalityName}`, { size: SIZE })
  pen.artifact(() => {
    const style = { size: 8, align: 'right', colour: SOFT_INK } as const
    pen.text(`nr ${serial}`, style, { x: MARGIN.left, y: 18 * MM, width: WIDTH })
    for (const y of FOLDS)
      pen.doc
        .lineWidth(0.5)
        .moveTo(4 * MM, y)
        .lineTo(8 * MM, y)
        .stroke(SOFT_INK)
  }, 'Pagination')
}

/** The code and its QR code in a frame: what one looks for. */
function paintCode(pen: Pen, facts: LettersFacts, { code }: Code, top: number): number {
  const side = 40 * MM
  const padding = 4 * MM
  const height = side + 2 * padding
  pen.artifact(() => pen.doc.lineWidth(1.5).rect(MARGIN.left, top, WIDTH, height).stroke('#111111'))
  const column = new Column(pen, MARGIN.left + 2 * padding, top + 2 * padding, WIDTH - side - 4 * padding)
  column.say('Jednorazowy kod', { type: 'H2', size: 14, isBold: true })
  column.sayOnOneLine(inGroups(code), { size: 30, isBold: true, gap: 5 }, 14)
  column.say('Adres ankiety:', { size: SIZE, gap: 9 })
  column.sayOnOneLine(shortAddress(facts.answerUrl), { size: 17, isBold: true, gap: 2 }, 9)
  paintQr(pen, {
    text: addressWithCode(facts.answerUrl, code),
    alt: `Kod QR, który otwiera ankietę z kodem ${inGroups(code)}`,
    x: MARGIN.left + WIDTH - side - padding,
    y: top + padding,
    side,
  })
  return top + height
}

function paintLetter(pen: Pen, facts: LettersFacts, code: Code): void {
  paintHead(pen, facts, code)
  const column = new Column(pen, MARGIN.left, BODY_TOP, WIDTH)
  const title = facts.isReminder ? 'Przypomnienie o ankiecie' : 'Zaproszenie do ankiety'
  column.say(title, { type: 'H1', size: 21, isBold: true })
  column.say(`Szanowni Państwo! ${opening(facts)}`, { size: SIZE, gap: 8 })
  column.say(facts.why, { size: SIZE, gap: 6 })
  column.y = paintCode(pen, facts, code, column.y + 12)
  const plain = { size: SIZE, gap: 7 } as const
  column.y += 4
  column.say(
    'Proszę skierować aparat telefonu na kod QR albo wpisać w przeglądarce adres ankiety, a potem kod.',
    plain,
  )
  column.say(
    'Kod działa tylko raz: dzięki temu każda osoba odpowiada jeden raz. Nie zapisujemy, która odpowiedź przyszła z którego kodu, dlatego ankieta pozostaje anonimowa.',
    plain,
  )
  column.say(`${untilWords(facts)} ${helpWords(facts)}.`, { ...plain, isBold: true })
  column.say('Gdyby kod zaginął, prosimy zadzwonić pod ten sam numer.', plain)
}

/** Letters with one-time codes, a page each. */
export function renderLetters(facts: LettersFacts): Promise<Buffer> {
  const title = `${facts.isReminder ? 'Przypomnienia' : 'Listy'}: ${facts.surveyTitle}`
  const pen = new Pen({ title, language: 'pl', author: facts.organisationName, size: 'a4' })
  for (const code of facts.codes) {
    pen.doc.addPage()
    pen.within('Sect', () => paintLetter(pen, facts, code))
  }
  return pen.finish()
}

const LABEL = { width: 70 * MM, height: 37 * MM, columns: 3, rows: 8 } as const
const LABELS_TOP = (PAPER.a4.height - LABEL.rows * LABEL.height) / 2
const LABEL_PADDING = 5 * MM

function paintLabel(pen: Pen, facts: LettersFacts, { code, serial }: Code, x: number, y: number): void {
  const side = 24 * MM
  const column = new Column(
    pen,
    x + LABEL_PADDING,
    y + LABEL_PADDING,
    LABEL.width - 2 * LABEL_PADDING - side + 6,
  )
  column.say(`Ankieta · ${facts.municipalityName}`, { size: 8 })
  column.say(`Kod (nr ${serial}):`, { size: 8, gap: 5 })
  const [first, second] = halves(inGroups(code))
  column.sayOnOneLine(first, { size: 14, isBold: true, lineGap: 0 }, 7)
  if (second !== '') column.sayOnOneLine(second, { size: 14, isBold: true, lineGap: 0 }, 7)
  paintQr(pen, {
    text: addressWithCode(facts.answerUrl, code),
    alt: `Kod QR, który otwiera ankietę z kodem ${inGroups(code)}`,
    x: x + LABEL.width - side - 4,
    y: y + 2 * MM,
    side,
  })
  const foot = new Column(pen, x + LABEL_PADDING, y + LABEL.height - 9 * MM, LABEL.width - 2 * LABEL_PADDING)
  foot.sayOnOneLine(shortAddress(facts.answerUrl), { size: 10, isBold: true }, 6)
}

/** A long code on two lines, of whole groups. */
function halves(code: string): readonly [string, string] {
  const groups = code.split(' ')
  if (groups.length < 3) return [code, '']
  const half = Math.ceil(groups.length / 2)
  return [groups.slice(0, half).join(' '), groups.slice(half).join(' ')]
}

/** Labels with one-time codes: 24 on a sheet, 70 × 37 mm. */
export function renderLabels(facts: LettersFacts): Promise<Buffer> {
  const title = `Etykiety: ${facts.surveyTitle}`
  const pen = new Pen({ title, language: 'pl', author: facts.organisationName, size: 'a4' })
  facts.codes.forEach((code, index) => {
    const onPage = index % (LABEL.columns * LABEL.rows)
    if (onPage === 0) pen.doc.addPage()
    const x = (onPage % LABEL.columns) * LABEL.width
    const y = LABELS_TOP + Math.floor(onPage / LABEL.columns) * LABEL.height
    pen.within('Sect', () => paintLabel(pen, facts, code, x, y))
  })
  return pen.finish()
}
