import { Column } from './column.ts'
import { helpWords, languageLines, shortAddress, untilWords } from './invitation-words.ts'
import { INK, PAPER, Pen } from './pen.ts'
import type { NoticeTask } from './print-task.ts'
import { paintQr } from './qr.ts'

const minutesWords = (minutes: number): string =>
  `Ankieta zajmuje około ${minutes} ${minutes === 1 ? 'minuty' : 'minut'}.`

/** A band of ink with light words: seen from afar, the same on a grey printer. */
function band(pen: Pen, words: string, x: number, y: number, width: number, size: number): number {
  const style = { size, isBold: true, align: 'center', colour: '#ffffff' } as const
  const padding = size * 0.55
  const height = pen.heightOf(words, style, width - 2 * padding) + 2 * padding
  pen.artifact(() => pen.doc.rect(x, y, width, height).fill(INK))
  pen.paragraph('P', words, style, { x: x + padding, y: y + padding * 1.1, width: width - 2 * padding })
  return height
}

interface NoticeScale {
  readonly width: number
  readonly height: number
  /** 1 on A4. */
  readonly scale: number
  readonly margin: number
}

function scaleOf({ size }: NoticeTask): NoticeScale {
  const { width, height } = PAPER[size]
  const scale = width / PAPER.a4.width
  return { width, height, scale, margin: 42 * scale }
}

/** For a notice board: few words, read from three steps away. */
function paintPoster(pen: Pen, task: NoticeTask): void {
  const { width, height, scale, margin } = scaleOf(task)
  const { facts } = task
  const inner = width - 2 * margin
  const column = new Column(pen, margin, margin, inner)
  const centred = { align: 'center' } as const
  column.say(facts.organisationName, { size: 15 * scale, ...centred })
  column.say(`Gmina ${facts.municipalityName}`, {
    size: 25 * scale,
    isBold: true,
    gap: 8 * scale,
    ...centred,
  })
  column.say('Państwa zdanie ma znaczenie', {
    type: 'H1',
    size: 42 * scale,
    isBold: true,
    gap: 8 * scale,
    lineGap: 0,
    ...centred,
  })
  column.say(facts.why, { size: 17 * scale, gap: 12 * scale, ...centred })
  const side = Math.min(245 * scale, height * 0.3)
  column.y += 8 * scale
  const alt = `Kod QR prowadzący do ankiety pod adresem ${shortAddress(facts.answerUrl)}`
  paintQr(pen, { text: facts.answerUrl, alt, x: (width - side) / 2, y: column.y, side })
  column.y += side
  column.say('Proszę skierować aparat telefonu na kod albo wpisać adres:', { size: 15 * scale, ...centred })
  column.sayOnOneLine(
    shortAddress(facts.answerUrl),
    { size: 30 * scale, isBold: true, gap: 5 * scale, ...centred },
    10,
  )
  column.say(`Anonimowo · ${minutesWords(facts.minutes)}`, { size: 16 * scale, gap: 10 * scale, ...centred })
  column.say(untilWords(facts), { size: 16 * scale, isBold: true, gap: 5 * scale, ...centred })
  for (const { text, language } of languageLines(facts.languages)) {
    column.say(text, { size: 14 * scale, gap: 4 * scale, language, ...centred })
  }
  const bandSize = 23 * scale
  const bottom = height - margin - bandSize * 2.4
  band(pen, helpWords(facts), margin, Math.max(column.y + 10 * scale, bottom), inner, bandSize)
}

/** For the hand: the same, with what people ask before they answer. */
function paintLeaflet(pen: Pen, task: NoticeTask): void {
  const { width, height, scale, margin } = scaleOf(task)
  const { facts } = task
  const inner = width - 2 * margin
  const column = new Column(pen, margin, margin, inner)
  const size = 15.5 * Math.max(scale, 0.74)
  column.say(`${facts.organisationName} · gmina ${facts.municipalityName}`, { size: size * 0.9 })
  column.say(facts.surveyTitle, { type: 'H1', size: 33 * scale, isBold: true, gap: 10 * scale, lineGap: 0 })
  column.say(facts.why, { size: size * 1.08, gap: 10 * scale })
  const side = 195 * scale
  const top = column.y + 14 * scale
  const alt = `Kod QR prowadzący do ankiety pod adresem ${shortAddress(facts.answerUrl)}`
  const beside = new Column(pen, margin + side + 10 * scale, top + 8 * scale, inner - side - 10 * scale)
  paintQr(pen, { text: facts.answerUrl, alt, x: margin, y: top, side })
  beside.say('Jak wypełnić', { type: 'H2', size: 17 * scale, isBold: true })
  beside.say('Proszę skierować aparat telefonu na kod albo wpisać w przeglądarce adres:', {
    size,
    gap: 4 * scale,
  })
  beside.sayOnOneLine(shortAddress(facts.answerUrl), { size: 21 * scale, isBold: true, gap: 5 * scale }, 8)
  beside.say(`Nie trzeba się logować. ${minutesWords(facts.minutes)}`, { size, gap: 5 * scale })
  for (const { text, language } of languageLines(facts.languages))
    beside.say(text, { size, gap: 3 * scale, language })
  column.y = Math.max(top + side, beside.y)
  const heading = { type: 'H2', size: 17 * scale, isBold: true, gap: 20 * scale } as const
  column.say('Anonimowo', heading)
  column.say(
    'Nie pytamy o imię, nazwisko ani adres. Nie zapisujemy, z jakiego urządzenia przyszła odpowiedź. Można pominąć każde pytanie.',
    { size, gap: 3 * scale },
  )
  column.say('Wolą Państwo papier albo rozmowę?', heading)
  column.say(
    'Prosimy zadzwonić: przyniesiemy ankietę na papierze, także z dużymi literami, albo zadamy pytania przez telefon.',
    { size, gap: 3 * scale },
  )
  column.say(untilWords(facts), { size: size * 1.1, isBold: true, gap: 20 * scale })
  const bandSize = 19 * scale
  const bottom = height - margin - bandSize * 2.4
  band(pen, helpWords(facts), margin, Math.max(column.y + 8 * scale, bottom), inner, bandSize)
}

/** A leaflet or a poster, one page. */
export function renderNotice(task: NoticeTask): Promise<Buffer> {
  const { surveyTitle, organisationName } = task.facts
  const title = task.kind === 'poster' ? `Plakat: ${surveyTitle}` : `Ulotka: ${surveyTitle}`
  const pen = new Pen({ title, language: 'pl', author: organisationName, size: task.size })
  pen.doc.addPage()
  if (task.kind === 'poster') paintPoster(pen, task)
  else paintLeaflet(pen, task)
  return pen.finish()
}
