import { readFile } from 'node:fs/promises'
import { numberReport, type Report, type ReportSection } from '@rozeznanie/core/report'
import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  Paragraph,
  type FileChild,
  type PageNumberEstimator,
} from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import { chartPicture } from './chart-picture.ts'
import { wordBlock, type BlockParts } from './docx/blocks.ts'
import { captionLists } from './docx/captions.ts'
import { contents, pageFooter, pageHeader, titlePage } from './docx/frame.ts'
import { MARGIN } from './docx/measures.ts'
import { STYLES } from './docx/styles.ts'
import { DOCUMENT_FONT } from './fonts.ts'
import { xmlText } from '../../kernel/xml-text.ts'

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const

function sectionParts(section: ReportSection, depth: number, parts: BlockParts): readonly FileChild[] {
  const heading = new Paragraph({
    heading: LEVELS[depth] ?? HeadingLevel.HEADING_4,
    pageBreakBefore: depth === 0,
    text: xmlText(`${section.code}. ${section.title}`),
  })
  return [
    heading,
    ...section.blocks.flatMap((block, index) => wordBlock(block, section.blocks[index + 1], parts)),
    ...section.sections.flatMap((child) => sectionParts(child, depth + 1, parts)),
  ]
}

/** Headings carry their numbers in their text, so nothing has to look for numbers of lists. */
const pageNumbers: PageNumberEstimator = (document, context) => estimatePageNumbers(document, context)

async function embeddedFont() {
  const [data, bold, italic] = await Promise.all(
    [DOCUMENT_FONT.regular, DOCUMENT_FONT.bold, DOCUMENT_FONT.italic].map((file) => readFile(file)),
  )
  return data === undefined
    ? []
    : [{ name: DOCUMENT_FONT.family, data, ...(bold && { bold }), ...(italic && { italic }) }]
}

/**
 * The report as a Word document: real headings, numbered captions, lists with page numbers, tables with header rows,
 * charts as pictures with a text in their place. Nothing in it asks for an update on opening.
 */
export async function renderDocx(report: Report): Promise<Uint8Array> {
  const numbers = numberReport(report)
  const parts: BlockParts = {
    tables: new Map(numbers.tables.map((numbered) => [numbered.table, numbered])),
    charts: new Map(numbers.charts.map((numbered) => [numbered.chart, numbered])),
    pictures: new Map(numbers.charts.map(({ chart }) => [chart, chartPicture(chart)])),
  }
  const document = new Document({
    title: xmlText(`${report.title} – gmina ${report.municipalityName}`),
    creator: xmlText(report.organisationName),
    subject: xmlText(report.surveyTitle),
    description: report.isDemo ? 'Dane przykładowe' : '',
    styles: STYLES,
    fonts: await embeddedFont(),
    pageNumbers,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        headers: { first: pageHeader(report, true), default: pageHeader(report, false) },
        footers: { first: new Footer({ children: [new Paragraph('')] }), default: pageFooter() },
        children: [
          ...titlePage(report),
          ...contents(),
          ...report.sections.flatMap((section) => sectionParts(section, 0, parts)),
          ...captionLists(numbers),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
