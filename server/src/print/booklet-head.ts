import type { Booklet } from '@rozeznanie/core/questionnaire/paper'
import { paragraphPiece } from './booklet-questions.ts'
import { BOOKLET_PAGE, type BookletSetting } from './booklet-sizes.ts'
import { bookletWords, dayInWords } from './booklet-words.ts'
import { element, piece, type FlowItem } from './flow.ts'
import { MM, type Pen } from './pen.ts'
import type { BookletFacts } from './print-task.ts'
import { paintQr } from './qr.ts'

const QR_SIDE = 25 * MM
const MARK_WIDTH = 44 * MM

/** Width left of the mark of the sheet. */
const besideMark = ({ isLarge }: BookletSetting): number =>
  BOOKLET_PAGE.width - (isLarge ? 66 * MM : MARK_WIDTH) - 14

/** The number of a sheet, its code, and where the clerk ticks it off; in the upper right corner of its first page. */
export function paintSheetMark(
  setting: BookletSetting,
  booklet: Booklet,
  sheet: { readonly number: number; readonly mark: string } | null,
  x: number,
): void {
  const { pen, sizes, text, isLarge } = setting
  const words = bookletWords(booklet.language)
  const left = x + besideMark(setting) + 14
  const width = x + BOOKLET_PAGE.width - left
  const top = BOOKLET_PAGE.top
  const size = isLarge ? sizes.base : 13
  const number = sheet === null ? words.sheetBlank : words.sheet(sheet.number)
  pen.paragraph('P', number, text(size, { isBold: true, align: 'right' }), { x: left, y: top, width })
  if (sheet !== null) {
    paintQr(pen, {
      text: sheet.mark,
      alt: words.qr(sheet.number),
      x: left + width - QR_SIDE,
      y: top + size * 1.6,
      side: QR_SIDE,
    })
  }
  const tick = top + size * 1.6 + QR_SIDE + 6
  const tickSize = isLarge ? sizes.base : 10
  const tickStyle = text(tickSize, { align: 'right' })
  pen.leaf('P', () => {
    pen.text(words.entered, tickStyle, { x: left, y: tick, width: width - tickSize - 8 })
    pen.box(left + width - tickSize - 1, tick, tickSize, tickSize)
  })
}

/** Height that the mark of the sheet takes. */
const markHeight = ({ sizes, isLarge }: BookletSetting): number =>
  (isLarge ? sizes.base * 3.2 : 13 * 1.6 + 16) + QR_SIDE + 8

/** Who asks and the title, beside the room for the mark of the sheet. */
function titlePiece(
  setting: BookletSetting,
  { organisationName, municipalityName }: BookletFacts,
  booklet: Booklet,
): FlowItem {
  const { pen, sizes, text } = setting
  const width = besideMark(setting)
  const who = bookletWords(booklet.language).who(organisationName, municipalityName)
  const whoStyle = text(sizes.note)
  const titleStyle = text(sizes.title, { isBold: true })
  const whoHeight = pen.heightOf(who, whoStyle, width) + 8
  const height = whoHeight + pen.heightOf(booklet.title, titleStyle, width)
  return piece(Math.max(height, markHeight(setting)), (painting: Pen, x, y) => {
    painting.paragraph('P', who, whoStyle, { x, y, width })
    painting.paragraph('H1', booklet.title, titleStyle, { x, y: y + whoHeight, width })
  })
}

function h2(setting: BookletSetting, words: string): FlowItem {
  const { sizes, text } = setting
  return paragraphPiece(setting, words, text(sizes.heading, { isBold: true }), {
    type: 'H2',
    gap: sizes.questionGap,
    staysWithNext: true,
  })
}

/** What stands before the first question: why, how, where to ask, and what becomes of the answers. */
export function headItems(
  setting: BookletSetting,
  facts: BookletFacts,
  booklet: Booklet,
): readonly FlowItem[] {
  const { sizes, text } = setting
  const words = bookletWords(booklet.language)
  const plain = text(sizes.base)
  const lines = [
    booklet.howTo,
    facts.sheetReturn || words.sheetReturn(facts.organisationName),
    ...(facts.onlineAddress === null ? [] : [words.online(facts.onlineAddress)]),
    words.until(dayInWords(facts.closesOn, booklet.language)),
    ...(booklet.intro.some((part) => part.includes(facts.contactPhone))
      ? []
      : [words.help(facts.contactPhone)]),
  ]
  const clause = facts.informationClause.split(/\n\s*\n/).map((part) => part.trim())
  const clauseLanguage = booklet.language === 'pl' ? {} : { lang: 'pl-PL' }
  return [
    titlePiece(setting, facts, booklet),
    ...booklet.intro.map((part) => paragraphPiece(setting, part, plain, { gap: sizes.rowGap * 2 })),
    ...element('Sect', [
      h2(setting, words.howToFill),
      ...lines.map((part) => paragraphPiece(setting, part, plain, { gap: sizes.rowGap * 1.5 })),
    ]),
    ...element('Sect', [
      h2(setting, words.clause),
      ...clause.map((part) =>
        paragraphPiece(setting, part, text(sizes.note), { gap: sizes.rowGap, element: clauseLanguage }),
      ),
    ]),
  ]
}

/** What stands after the last question. */
export function endItems(
  setting: BookletSetting,
  facts: BookletFacts,
  booklet: Booklet,
): readonly FlowItem[] {
  const { sizes, text } = setting
  const words = bookletWords(booklet.language)
  const lines = [...booklet.thanks, facts.sheetReturn || words.sheetReturn(facts.organisationName)]
  return element('Sect', [
    h2(setting, words.end),
    ...lines.map((part, index) =>
      paragraphPiece(setting, part, text(sizes.base), {
        gap: sizes.rowGap * 1.5,
        staysWithNext: index < lines.length - 1,
      }),
    ),
  ])
}
