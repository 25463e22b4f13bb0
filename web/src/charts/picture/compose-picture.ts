import { withOwnStyles } from './resolve-styles.ts'
import { measureIn, wrapWords } from './wrap-words.ts'

/** What is written around a chart in a picture of it. */
export interface PictureWords {
  readonly title: string
  /** Under the chart: how many people stand behind it, weights, the source. */
  readonly lines: readonly string[]
}

const SVG = 'http://www.w3.org/2000/svg'
const MARGIN = 24
const INK = '#1b2530'
const MUTED = '#4a5561'
const LEAST_WIDTH = 480
const TITLE = { px: 18, weight: 680, lead: 24, ink: INK }
const WORDS = { px: 13, weight: 400, lead: 19, ink: INK }
const SMALL = { px: 12, weight: 400, lead: 17, ink: MUTED }
type Letters = typeof TITLE

/** A picture being filled from top to bottom. */
interface Sheet {
  readonly svg: SVGSVGElement
  readonly width: number
  readonly family: string
  y: number
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value))
  return made
}

function write(
  sheet: Sheet,
  text: string,
  letters: Letters,
  at: { readonly x: number; readonly y: number },
): void {
  const line = element('text', {
    ...at,
    fill: letters.ink,
    'font-family': sheet.family,
    'font-size': `${letters.px}px`,
    'font-weight': letters.weight,
  })
  line.textContent = text
  sheet.svg.append(line)
}

function writeLines(sheet: Sheet, texts: readonly string[], letters: Letters): void {
  const measure = measureIn({ family: sheet.family, ...letters })
  for (const text of texts) {
    for (const line of wrapWords(text, sheet.width, measure)) {
      sheet.y += letters.lead
      write(sheet, line, letters, { x: MARGIN, y: sheet.y })
    }
  }
}

function drawLegend(sheet: Sheet, entries: readonly Element[]): void {
  const measure = measureIn({ family: sheet.family, ...WORDS })
  let x = 0
  sheet.y += 28
  for (const entry of entries) {
    const swatch = entry.querySelector('svg')
    const text = (entry.textContent ?? '').trim()
    const width = (swatch ? 22 : 0) + measure(text) + 20
    if (x > 0 && x + width > sheet.width) {
      x = 0
      sheet.y += 24
    }
    if (swatch) place(sheet.svg, withOwnStyles(swatch), { x: MARGIN + x, y: sheet.y - 13 })
    write(sheet, text, WORDS, { x: MARGIN + x + (swatch ? 22 : 0), y: sheet.y })
    x += width
  }
}

function place(into: SVGElement, drawing: SVGElement, at: { readonly x: number; readonly y: number }): void {
  drawing.setAttribute('x', String(at.x))
  drawing.setAttribute('y', String(at.y))
  into.append(drawing)
}

function drawChart(sheet: Sheet, chart: SVGSVGElement): void {
  sheet.y += 16
  place(sheet.svg, withOwnStyles(chart), { x: MARGIN, y: sheet.y })
  sheet.y += Number(chart.getAttribute('height'))
}

const widthOf = (chart: SVGSVGElement): number => Number(chart.getAttribute('width'))

/**
 * A picture of the chart that `root` shows, as it stands on the page, with its title, legend and what is written under
 * it: everything that a reader needs who has the picture alone.
 */
export function composePicture(root: HTMLElement, { title, lines }: PictureWords): SVGSVGElement {
  const charts = [...root.querySelectorAll<SVGSVGElement>('.chart svg.recharts-surface')]
  const svg = document.createElementNS(SVG, 'svg')
  const width = Math.max(LEAST_WIDTH, ...charts.map(widthOf))
  const family = getComputedStyle(document.body).fontFamily.replaceAll('"', "'") || 'sans-serif'
  const sheet: Sheet = { svg, width, family, y: MARGIN - 8 }
  writeLines(sheet, [title], TITLE)
  const legend = [...root.querySelectorAll('[data-picture=legend] > li')]
  if (legend.length > 0) drawLegend(sheet, legend)
  const columns = [...root.querySelectorAll('[data-picture=columns] > li')]
  writeLines(
    sheet,
    columns.map((column, index) => `${index + 1}. ${column.textContent}`),
    WORDS,
  )
  for (const chart of charts) drawChart(sheet, chart)
  sheet.y += 8
  writeLines(sheet, lines, SMALL)
  const [wide, high] = [width + 2 * MARGIN, Math.ceil(sheet.y + MARGIN)]
  for (const [name, value] of Object.entries({ width: wide, height: high, viewBox: `0 0 ${wide} ${high}` })) {
    svg.setAttribute(name, String(value))
  }
  svg.prepend(element('rect', { width: wide, height: high, fill: '#ffffff' }))
  const name = element('title', {})
  name.textContent = title
  svg.prepend(name)
  return svg
}
