import { PALETTE } from '../palette.ts'
import { xmlText } from '../../../kernel/xml-text.ts'
import { textLines } from './text-lines.ts'

/** The width of every chart; heights follow from what is in them. */
export const CHART_WIDTH = 800
export const FONT_SIZE = 15
export const LINE_HEIGHT = 18
export const FONT_FAMILY = 'Atkinson Hyperlegible'

/** Safe inside SVG text and attributes; characters that XML forbids are dropped. */
export function escapeXml(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const round = (value: number): number => Math.round(value * 10) / 10

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function rectangle({ x, y, width, height }: Box, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`
}

export function line(from: readonly [number, number], to: readonly [number, number], colour: string): string {
  return `<line x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}" stroke="${colour}"/>`
}

interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly colour?: string
  readonly isBold?: boolean
}

/** One line of text; `y` is its middle. */
export function label(
  text: string,
  [x, y]: readonly [number, number],
  { anchor = 'start', colour = PALETTE.ink, isBold = false }: TextStyle = {},
): string {
  const weight = isBold ? ' font-weight="700"' : ''
  return `<text x="${round(x)}" y="${round(y + FONT_SIZE * 0.35)}" text-anchor="${anchor}" fill="${colour}"${weight}>${escapeXml(text)}</text>`
}

/** A text broken into lines, set right-aligned around the middle `y`. */
export function rowLabel(text: string, { x, y, width }: { x: number; y: number; width: number }): string {
  const lines = textLines(text, width, FONT_SIZE)
  const top = y - ((lines.length - 1) * LINE_HEIGHT) / 2
  return lines.map((part, index) => label(part, [x, top + index * LINE_HEIGHT], { anchor: 'end' })).join('')
}

/** Height of a text broken into lines. */
export function rowLabelHeight(text: string, width: number): number {
  return textLines(text, width, FONT_SIZE).length * LINE_HEIGHT
}

const HATCH =
  '<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  `<rect width="7" height="7" fill="#ffffff"/><line x1="0" y1="0" x2="0" y2="7" stroke="${PALETTE.lineStrong}" stroke-width="2.5"/></pattern>` +
  '<pattern id="dots" width="9" height="9" patternUnits="userSpaceOnUse">' +
  '<circle cx="3" cy="3" r="1.6" fill="#ffffff"/></pattern>'

/** The whole picture with its name for screen readers, fonts and patterns. */
export function picture(name: string, height: number, content: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeXml(name)}" width="${CHART_WIDTH}" height="${Math.ceil(height)}" ` +
    `viewBox="0 0 ${CHART_WIDTH} ${Math.ceil(height)}" font-family="${FONT_FAMILY}" font-size="${FONT_SIZE}">` +
    `<defs>${HATCH}</defs><rect width="100%" height="100%" fill="${PALETTE.paper}"/>${content}</svg>`
  )
}
