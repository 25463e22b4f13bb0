import type { ReportNumbers } from '@rozeznanie/core/report'
import {
  Bookmark,
  InternalHyperlink,
  PageReference,
  Paragraph,
  SequentialIdentifier,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { xmlText } from '../../../kernel/xml-text.ts'
import { TEXT_WIDTH } from './measures.ts'

/** What is counted in a document of its own: tables and charts. */
export type Captioned = 'Tabela' | 'Wykres'

interface CaptionPlace {
  readonly kind: Captioned
  readonly number: number
  readonly text: string
}

const bookmarkOf = ({ kind, number }: CaptionPlace): string => `${kind.toLowerCase()}_${number}`

/** A caption ends with a full stop, whatever its text ends with. */
const sentence = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`)

/** „Tabela nr 1. …” as Word numbers it: adding a caption by hand renumbers the rest. */
export function caption(place: CaptionPlace, keepNext: boolean): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext,
    keepLines: true,
    children: [
      new Bookmark({
        id: bookmarkOf(place),
        children: [
          new TextRun(`${place.kind} nr\u00a0`),
          new SequentialIdentifier(place.kind),
          new TextRun(`. ${xmlText(sentence(place.text))}`),
        ],
      }),
    ],
  })
}

function listEntry(place: CaptionPlace): Paragraph {
  const bookmark = bookmarkOf(place)
  return new Paragraph({
    style: 'TableofFigures',
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: 'dot' }],
    children: [
      new InternalHyperlink({
        anchor: bookmark,
        children: [
          new TextRun(xmlText(`${place.kind} nr ${place.number}. ${sentence(place.text)}`)),
          new TextRun({ children: [new Tab()] }),
          new PageReference(bookmark, { hyperlink: true }),
        ],
      }),
    ],
  })
}

function list(title: string, places: readonly CaptionPlace[]): readonly Paragraph[] {
  if (places.length === 0) return []
  return [new Paragraph({ style: 'Heading1', text: title }), ...places.map(listEntry)]
}

/** „Spis tabel” and „Spis wykresów” with links and page numbers. */
export function captionLists({ tables, charts }: ReportNumbers): readonly Paragraph[] {
  return [
    ...list(
      'Spis tabel',
      tables.map(({ number, table }) => ({ kind: 'Tabela', number, text: table.caption })),
    ),
    ...list(
      'Spis wykresów',
      charts.map(({ number, chart }) => ({ kind: 'Wykres', number, text: chart.caption })),
    ),
  ]
}
