// How fast the answering page is under the finger: each tap on a form of 60 questions, by its logic, its drawing and its paint.
import type { Browser, Page } from 'playwright-core'
import { say } from './timing.ts'

const MOST = { logicMs: 2, paintMs: 33 }

/**
 * What one tap took: the event that sets the answer, until the page is worked out and changed, and until the next
 * picture; each from the tap on.
 */
interface Tap {
  readonly what: string
  readonly logic: number
  readonly drawn: number
  readonly paint: number
}

/** Taps the next thing of every question of the page; as text, for the page runs it as it is. */
const TAP = `async (last) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = done
    channel.port2.postMessage(null)
  }))
  const rest = () => new Promise((done) => setTimeout(done, 30))
  const targets = [...document.querySelectorAll('main .question input, main .question textarea')]
    .filter((one, index, all) => one.type !== 'radio' || all.findIndex((each) => each.name === one.name) === index)
    .slice(0, last)
  const kind = document.querySelector('main .matrix') ? 'matrix' : null
  const taps = []
  for (const target of targets) {
    const node = document.getElementById(target.id)
    if (!node) continue
    await rest()
    const isText = node.type === 'text' || node.tagName === 'TEXTAREA'
    const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(node), 'value').set
    const began = performance.now()
    if (isText) {
      set.call(node, '7')
      node.dispatchEvent(new Event('input', { bubbles: true }))
    } else node.click()
    const worked = performance.now()
    await null
    await null
    const drawn = performance.now()
    await frame()
    taps.push({ what: kind ?? (isText ? node.tagName === 'TEXTAREA' ? 'long text' : 'number' : node.type),
      logic: worked - began, drawn: drawn - began, paint: performance.now() - began })
  }
  return taps
}`

const GO_ON = `async () => {
  const button = document.querySelector('main button[type=submit]')
  const began = performance.now()
  button.click()
  const worked = performance.now()
  await null
  await null
  const drawn = performance.now()
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  return { what: 'next', logic: worked - began, drawn: drawn - began, paint: performance.now() - began }
}`

async function tapThrough(page: Page, questions: number): Promise<readonly Tap[]> {
  const taps: Tap[] = []
  for (let question = 0; question < questions; question += 1) {
    taps.push(...(await page.evaluate<readonly Tap[]>(`(${TAP})(2)`)))
    taps.push(await page.evaluate<Tap>(`(${GO_ON})()`))
    await page.waitForTimeout(40)
  }
  return taps
}

function tell(name: string, values: readonly number[], most: number): void {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const p95 = at(0.95)
  say(
    name,
    `p50 ${at(0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${p95 <= most ? '' : ` ABOVE ${most}`}, most ${at(1).toFixed(1)} ms`,
  )
}

/** Answers every question of a survey by taps on a slowed processor and says what each kind of tap took. */
export async function measureTaps(browser: Browser, address: string, questions: number, cpu: number) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await page.goto(address, { waitUntil: 'load' })
  await page.locator('button[value=poczatek]').click()
  await page.locator('main .question').first().waitFor()
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  const taps = await tapThrough(page, questions)
  await context.close()
  for (const what of [...new Set(taps.map((tap) => tap.what))]) {
    const own = taps.filter((tap) => tap.what === what)
    tell(
      `tap, ${what} (${own.length}), CPU x${cpu}: logic`,
      own.map(({ logic }) => logic),
      MOST.logicMs,
    )
    tell(
      `tap, ${what}, CPU x${cpu}: logic and drawing`,
      own.map(({ drawn }) => drawn),
      Infinity,
    )
    tell(
      `tap, ${what}, CPU x${cpu}: to the picture`,
      own.map(({ paint }) => paint),
      MOST.paintMs,
    )
  }
}
