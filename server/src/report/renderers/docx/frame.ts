import { formatDay, localDay, type Report } from '@rozeznanie/core/report'
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
  type FileChild,
} from 'docx'
import { xmlText } from '../../../kernel/xml-text.ts'
import { LINE, MUTED, PRIMARY } from './styles.ts'

const DEMO_TEXT = 'Dane przykładowe – nie pochodzą od prawdziwych osób'

/** The title page: who, what, where, on what it rests, and when. */
export function titlePage(report: Report): readonly FileChild[] {
  const [title = '', ...rest] = report.title.split('. ')
  return [
    new Paragraph({ style: 'Organisation', text: xmlText(report.organisationName) }),
    new Paragraph({
      style: 'Title',
      text: xmlText(title),
      border: { top: { style: BorderStyle.SINGLE, size: 36, space: 18, color: PRIMARY } },
    }),
    ...rest.map(
      (part) =>
        new Paragraph({ style: 'Subtitle', children: [new TextRun({ text: xmlText(part), bold: true })] }),
    ),
    new Paragraph({ style: 'Subtitle', text: xmlText(`Gmina ${report.municipalityName}`) }),
    new Paragraph({
      spacing: { before: 700 },
      text: xmlText(`Na podstawie badania „${report.surveyTitle}”`),
    }),
    new Paragraph(`Stan danych: ${formatDay(localDay(report.asOf))}`),
  ]
}

/** The table of contents, filled in and with page numbers. */
export function contents(): readonly FileChild[] {
  return [
    new Paragraph({ style: 'ListHeading', pageBreakBefore: true, text: 'Spis treści' }),
    new TableOfContents('Spis treści', { hyperlink: true, headingStyleRange: '1-3' }),
  ]
}

/** The head of every page; with example data it says so. */
export function pageHeader(report: Report, isTitlePage: boolean): Header {
  const banner = new Paragraph({ style: 'DemoBanner', text: DEMO_TEXT })
  const name = new Paragraph({
    alignment: AlignmentType.LEFT,
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: LINE } },
    children: [
      new TextRun({
        text: xmlText(`Gmina ${report.municipalityName} – ${report.title}`),
        size: 16,
        color: MUTED,
      }),
    ],
  })
  const children = [...(report.isDemo ? [banner] : []), ...(isTitlePage ? [] : [name])]
  return new Header({ children: children.length === 0 ? [new Paragraph('')] : children })
}

/** „Strona 3 z 40” */
export function pageFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            size: 17,
            color: MUTED,
            children: ['Strona ', PageNumber.CURRENT, ' z ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}
