import { AlignmentType, BorderStyle, LineRuleType, type IStylesOptions } from 'docx'
import { DOCUMENT_FONT } from '../fonts.ts'
import { PALETTE } from '../palette.ts'

const hex = (colour: string): string => colour.slice(1).toUpperCase()

export const INK = hex(PALETTE.ink)
export const MUTED = hex(PALETTE.inkMuted)
export const LINE = hex(PALETTE.line)
export const LINE_STRONG = hex(PALETTE.lineStrong)
export const PRIMARY = hex(PALETTE.primary)
export const PRIMARY_SOFT = hex(PALETTE.primarySoft)
export const ACCENT = hex(PALETTE.accent)
export const ACCENT_SOFT = hex(PALETTE.accentSoft)

const heading = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: PRIMARY, font: DOCUMENT_FONT.family },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
})

const paragraphStyle = (id: string, name: string, run: object, paragraph: object) => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run,
  paragraph,
})

const single = { line: 240, lineRule: LineRuleType.AUTO }

const leftRule = (color: string) => ({ left: { style: BorderStyle.SINGLE, size: 24, space: 10, color } })

/** All looks of the document are styles, so that an office can put its own in their place. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: DOCUMENT_FONT.family, size: 21, color: INK, language: { value: 'pl-PL' } },
      paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 56, bold: true, color: PRIMARY },
      paragraph: { spacing: { before: 240, after: 240, line: 264, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(36, 480, 200),
    heading2: heading(28, 380, 140),
    heading3: heading(24, 300, 120),
    heading4: heading(22, 240, 100),
    hyperlink: { run: { color: PRIMARY, underline: {} } },
  },
  paragraphStyles: [
    paragraphStyle(
      'Caption',
      'caption',
      { size: 20, bold: true, color: INK },
      { spacing: { before: 200, after: 80 } },
    ),
    paragraphStyle('Source', 'Źródło', { size: 17, color: MUTED }, { spacing: { before: 40, after: 260 } }),
    paragraphStyle(
      'Note',
      'Uwaga pod tabelą',
      { size: 17, color: MUTED },
      { spacing: { before: 40, after: 20, line: 252, lineRule: LineRuleType.AUTO } },
    ),
    paragraphStyle(
      'TableText',
      'Tekst tabeli',
      { size: 18 },
      { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
    ),
    paragraphStyle(
      'ListHeading',
      'Nagłówek spisu',
      { size: 32, bold: true, color: PRIMARY },
      { spacing: { before: 120, after: 200 }, keepNext: true },
    ),
    paragraphStyle(
      'Organisation',
      'Organizacja',
      { size: 26, color: MUTED },
      { spacing: { before: 1800, after: 1400 } },
    ),
    paragraphStyle('Subtitle', 'Subtitle', { size: 28, color: INK }, { spacing: { after: 120 } }),
    paragraphStyle(
      'Placeholder',
      'Do uzupełnienia',
      { color: ACCENT },
      {
        spacing: { before: 120, after: 200 },
        indent: { left: 240 },
        shading: { fill: ACCENT_SOFT },
        border: leftRule(ACCENT),
      },
    ),
    paragraphStyle(
      'Quote',
      'Quote',
      { color: INK },
      { spacing: { after: 120 }, indent: { left: 400 }, border: leftRule(LINE_STRONG) },
    ),
    paragraphStyle(
      'DemoBanner',
      'Pasek ostrzegawczy',
      { size: 18, bold: true, color: ACCENT },
      { alignment: AlignmentType.CENTER, shading: { fill: ACCENT_SOFT }, spacing: { before: 0, after: 60 } },
    ),
    paragraphStyle(
      'TOC1',
      'toc 1',
      { bold: true, size: 20 },
      { spacing: { before: 50, after: 20, ...single } },
    ),
    paragraphStyle(
      'TOC2',
      'toc 2',
      { size: 20 },
      { spacing: { after: 16, ...single }, indent: { left: 280 } },
    ),
    paragraphStyle(
      'TOC3',
      'toc 3',
      { size: 18 },
      { spacing: { after: 12, ...single }, indent: { left: 560 } },
    ),
    paragraphStyle(
      'TableofFigures',
      'table of figures',
      { size: 19 },
      { spacing: { after: 40, ...single }, indent: { left: 0 } },
    ),
  ],
}
