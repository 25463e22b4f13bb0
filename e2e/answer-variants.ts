import type { Page } from 'playwright-core'
import { accessibilityFaults, sidewaysScroll } from './harness.ts'

/** A way in which people see the page. */
export interface Variant {
  readonly name: string
  readonly width: number
  readonly forcedColors?: 'active'
  readonly reducedMotion?: 'reduce'
  readonly colorScheme?: 'dark'
  /** Letters twice as big, and wide spacing of text. */
  readonly isEnlarged?: boolean
}

export const VARIANTS: readonly Variant[] = [
  { name: 'desktop', width: 1280 },
  { name: 'phone', width: 390 },
  { name: '320 px, 200 % text, wide spacing', width: 320, isEnlarged: true },
  { name: 'forced colours', width: 390, forcedColors: 'active' },
  { name: 'reduced motion', width: 820, reducedMotion: 'reduce' },
  { name: 'dark', width: 390, colorScheme: 'dark' },
]

/** Spacing of text as people may set it (WCAG 1.4.12), and letters of twice the size. */
function enlarge(isEnlarged: boolean): void {
  const root = document.documentElement
  root.style.fontSize = ''
  document.adoptedStyleSheets = []
  if (!isEnlarged) return
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  )
  document.adoptedStyleSheets = [sheet]
}

/** Shows the page in a variant, without loading it anew. */
export async function show(page: Page, variant: Variant): Promise<void> {
  const { width, forcedColors = 'none', reducedMotion = 'no-preference', colorScheme = 'light' } = variant
  await page.setViewportSize({ width, height: width < 500 ? 760 : 900 })
  await page.emulateMedia({ forcedColors, reducedMotion, colorScheme })
  await page.evaluate(enlarge, variant.isEnlarged === true)
}

/** What is wrong beside what axe sees: each a line. */
function ownRules(isEnlarged: boolean): readonly string[] {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
  const isSeen = (element: HTMLElement) =>
    element.getClientRects().length > 0 && !element.closest('.only-heard, .skip')
  const faults: string[] = []
  if (all('h1').length !== 1) faults.push(`${all('h1').length} h1`)
  if (all('main').length !== 1) faults.push(`${all('main').length} main`)
  if (document.documentElement.lang !== 'pl') faults.push('no language')
  const ids = all('[id]').map(({ id }) => id)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  if (twice.length > 0) faults.push(`ids twice: ${twice.join(' ')}`)
  const targets = all(
    'button, summary, select, textarea, input[type=text], .choice > label, .summary a, .phone',
  )
  for (const target of targets.filter(isSeen)) {
    const { width, height } = target.getBoundingClientRect()
    if (height < 43.5 || width < 43.5)
      faults.push(`small target ${Math.round(width)}×${Math.round(height)}: ${target.outerHTML.slice(0, 90)}`)
  }
  for (const element of isEnlarged ? all('main *, header *, footer *') : []) {
    const { overflowX } = getComputedStyle(element)
    const isClipped = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
    if (isClipped && isSeen(element)) faults.push(`clipped text: ${element.outerHTML.slice(0, 90)}`)
  }
  return faults
}

/** Everything that is wrong with the page in a variant; empty when nothing is. */
export async function faultsIn(page: Page, variant: Variant): Promise<readonly string[]> {
  await show(page, variant)
  const faults = [
    ...(await accessibilityFaults(page)),
    ...(await page.evaluate(ownRules, variant.isEnlarged === true)),
  ]
  const moving = variant.reducedMotion ? await page.evaluate(() => document.getAnimations().length) : 0
  const scroll = await sidewaysScroll(page)
  return [
    ...faults,
    ...(moving > 0 ? [`${moving} things move`] : []),
    ...(scroll > 0 ? [`scrolls sideways by ${scroll} px`] : []),
  ].map((fault) => `${variant.name}: ${fault}`)
}
