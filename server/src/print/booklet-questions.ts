import type {
  BookletItem,
  BookletQuestion,
  BookletSection,
  BookletText,
} from '@rozeznanie/core/questionnaire/paper'
import { fieldItems } from './booklet-fields.ts'
import { BOOKLET_PAGE, type BookletSetting } from './booklet-sizes.ts'
import { element, keptTogether, piece, withoutStragglers, type FlowItem, type Piece } from './flow.ts'
import { SOFT_INK, localeOf, type ElementOptions, type TextStyle } from './pen.ts'

/** A question higher than this share of a page may go over to the next one between its answers. */
const WHOLE_SHARE = 0.62

interface ParagraphOptions extends Partial<Pick<Piece, 'gap' | 'staysWithNext'>> {
  readonly type?: string
  readonly indent?: number
  readonly element?: ElementOptions
}

/** A paragraph across the page, as one piece. */
export function paragraphPiece(
  { pen, sizes }: BookletSetting,
  words: string,
  style: TextStyle,
  {
    type = 'P',
    indent = 0,
    element: options = {},
    gap = sizes.rowGap,
    staysWithNext = false,
  }: ParagraphOptions = {},
): FlowItem {
  const width = BOOKLET_PAGE.width - indent
  return piece(
    pen.heightOf(words, style, width),
    (painting, x, y) =>
      painting.leaf(type, () => painting.text(words, style, { x: x + indent, y, width }), options),
    { gap, staysWithNext },
  )
}

const inLanguage = ({ language }: BookletText): ElementOptions =>
  language === undefined ? {} : { lang: localeOf(language) }

/** The number of the question beside its text. */
function questionText(setting: BookletSetting, question: BookletQuestion): FlowItem {
  const { pen, sizes, text } = setting
  const style = text(sizes.base, { isBold: question.number !== null })
  const number = question.number === null ? '' : `${question.number}.`
  const numberWidth = Math.max(sizes.indent, number === '' ? 0 : pen.widthOf(number, style) + 6)
  const width = BOOKLET_PAGE.width - numberWidth
  return piece(
    pen.heightOf(question.text, style, width),
    (painting, x, y) =>
      painting.leaf('P', () => {
        if (number !== '') painting.text(number, style, { x, y, width: numberWidth })
        painting.text(question.text, style, { x: x + numberWidth, y, width })
      }),
    { gap: sizes.rowGap, staysWithNext: true },
  )
}

function questionItems(setting: BookletSetting, question: BookletQuestion): readonly FlowItem[] {
  const { sizes, text } = setting
  const note = text(sizes.note, { colour: SOFT_INK })
  const routed = text(sizes.note, { isBold: true, isItalic: true })
  const own = [
    ...question.conditions.map((condition, index) =>
      paragraphPiece(setting, condition.text, routed, {
        gap: index === 0 ? 0 : sizes.rowGap,
        staysWithNext: true,
        element: inLanguage(condition),
      }),
    ),
    questionText(setting, question),
    ...question.notes.map((words) =>
      paragraphPiece(setting, words.text, note, {
        indent: sizes.indent,
        gap: 2,
        staysWithNext: true,
        element: inLanguage(words),
      }),
    ),
    ...fieldItems(setting, question.field),
    ...question.skips.map((words) =>
      paragraphPiece(setting, words, routed, { indent: sizes.indent, gap: sizes.rowGap + 2 }),
    ),
  ]
  const whole = keptTogether(withoutStragglers(own), BOOKLET_PAGE.height * WHOLE_SHARE)
  const more =
    question.moreItems === null ? [] : [paragraphPiece(setting, question.moreItems, note, { gap: 8 })]
  return withGap(
    element('Sect', [...whole, ...question.items.flatMap((item) => itemItems(setting, item)), ...more]),
    sizes.questionGap,
  )
}

/** The same items, the first of which stands apart from what is before it. */
function withGap(items: readonly FlowItem[], gap: number): readonly FlowItem[] {
  const first = items.findIndex(({ kind }) => kind === 'piece')
  return items.map((item, index) =>
    index === first && item.kind === 'piece' ? { kind: 'piece', piece: { ...item.piece, gap } } : item,
  )
}

/** One item of a roster: its name on a band, and its questions. */
function itemItems(setting: BookletSetting, { title, questions }: BookletItem): readonly FlowItem[] {
  const { pen, sizes, text } = setting
  const style = text(sizes.base, { isBold: true })
  const height = pen.heightOf(title, style, BOOKLET_PAGE.width - 12) + 6
  const band = piece(
    height,
    (painting, x, y) => {
      painting.artifact(() => painting.doc.rect(x, y, BOOKLET_PAGE.width, height).fill('#e4e4e4'))
      painting.paragraph('H3', title, style, { x: x + 6, y: y + 4, width: BOOKLET_PAGE.width - 12 })
    },
    { gap: sizes.questionGap, staysWithNext: true },
  )
  return element('Sect', [band, ...questions.flatMap((question) => questionItems(setting, question))])
}

/** A part of the questionnaire: its heading, who fills it in, and its questions. */
export function sectionItems(setting: BookletSetting, section: BookletSection): readonly FlowItem[] {
  const { pen, sizes, text } = setting
  const style = text(sizes.heading, { isBold: true })
  const height = pen.heightOf(section.title, style, BOOKLET_PAGE.width)
  const heading = piece(
    height + 6,
    (painting, x, y) => {
      painting.paragraph('H2', section.title, style, { x, y, width: BOOKLET_PAGE.width })
      painting.artifact(() => painting.line({ x, y: y + height + 3, width: BOOKLET_PAGE.width }, 1.5))
    },
    { gap: sizes.questionGap * 1.7, staysWithNext: true },
  )
  const said = [
    ...(section.description === null
      ? []
      : [paragraphPiece(setting, section.description, text(sizes.note), { staysWithNext: true })]),
    ...(section.condition === null
      ? []
      : [
          paragraphPiece(
            setting,
            section.condition.text,
            text(sizes.note, { isBold: true, isItalic: true }),
            {
              staysWithNext: true,
              element: inLanguage(section.condition),
            },
          ),
        ]),
  ]
  return element('Sect', [
    heading,
    ...said,
    ...section.questions.flatMap((one) => questionItems(setting, one)),
  ])
}
