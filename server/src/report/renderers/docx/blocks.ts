import type {
  ChartBlock,
  NumberedChart,
  NumberedTable,
  ReportBlock,
  TableBlock,
} from '@rozeznanie/core/report'
import { ImageRun, LineRuleType, Paragraph, TextRun, type FileChild } from 'docx'
import type { ChartPicture } from '../chart-picture.ts'
import { xmlText } from '../../../kernel/xml-text.ts'
import { caption } from './captions.ts'
import { TALLEST_PICTURE, TEXT_WIDTH_PIXELS } from './measures.ts'
import { wordTable } from './table.ts'

/** Numbers and pictures by their block. */
export interface BlockParts {
  readonly tables: ReadonlyMap<TableBlock, NumberedTable>
  readonly charts: ReadonlyMap<ChartBlock, NumberedChart>
  readonly pictures: ReadonlyMap<ChartBlock, ChartPicture>
}

const styled = (style: string, text: string, keepNext = false): Paragraph =>
  new Paragraph({ style, keepNext, text: xmlText(text) })

function tableParts(table: TableBlock, { tables }: BlockParts): readonly FileChild[] {
  const number = tables.get(table)?.number ?? 0
  return [
    caption({ kind: 'Tabela', number, text: table.caption }, true),
    wordTable(table),
    ...table.notes.map((note) => styled('Note', note, true)),
    styled('Source', table.source),
  ]
}

function pictureParagraph(chart: ChartBlock, { png, width, height }: ChartPicture, name: string): Paragraph {
  const scale = Math.min(TEXT_WIDTH_PIXELS / width, TALLEST_PICTURE / height)
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
  return new Paragraph({
    keepNext: true,
    spacing: { before: 160, after: 60, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: size,
        altText: { name, title: xmlText(chart.caption), description: xmlText(chart.alternativeText) },
      }),
    ],
  })
}

function chartParts(chart: ChartBlock, { charts, pictures }: BlockParts): readonly FileChild[] {
  const number = charts.get(chart)?.number ?? 0
  const picture = pictures.get(chart)
  return [
    ...(picture === undefined ? [] : [pictureParagraph(chart, picture, `Wykres nr ${number}`)]),
    caption({ kind: 'Wykres', number, text: chart.caption }, true),
    ...chart.notes.map((note) => styled('Note', note, true)),
    styled('Source', chart.source),
  ]
}

function quoteParagraph(quote: string): Paragraph {
  const lines = xmlText(quote).split(/\r?\n/)
  const runs = lines.map(
    (line, index) =>
      new TextRun({
        text: `${index === 0 ? '„' : ''}${line}${index === lines.length - 1 ? '”' : ''}`,
        ...(index === 0 ? {} : { break: 1 }),
      }),
  )
  return new Paragraph({ style: 'Quote', children: runs })
}

/** A block of the report as paragraphs and tables of Word; a sentence stays with the chart it leads to. */
export function wordBlock(
  block: ReportBlock,
  next: ReportBlock | undefined,
  parts: BlockParts,
): readonly FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ keepNext: next?.kind === 'chart', text: xmlText(block.text) })]
    case 'placeholder':
      return [styled('Placeholder', block.text)]
    case 'quotes':
      return [
        new Paragraph({ keepNext: true, text: xmlText(block.lead) }),
        ...block.quotes.map(quoteParagraph),
      ]
    case 'table':
      return tableParts(block, parts)
    case 'chart':
      return chartParts(block, parts)
  }
}
