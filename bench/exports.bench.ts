// Data files of a survey of 20 questions over HTTP: CSV, Excel and SPSS at 10,000, 100,000 and 1,000,000 responses, rows per
// second, growth, memory above idle. The server is a process of its own. `ROWS=10000,100000` measures smaller ones.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { say } from './timing.ts'

const SIZES = (process.env.ROWS ?? '10000,100000,1000000').split(',').map(Number)
const FORMATS = (process.env.FORMATS ?? 'csv,xlsx,sav').split(',')
const RUNS = Number(process.env.RUNS ?? 3)
const MIB = 1024 * 1024

/** What the server of `exports-server.ts` says when it is ready. */
interface Ready {
  readonly origin: string
  readonly cookie: string
  /** By number of responses. */
  readonly surveys: Readonly<Record<string, string>>
}

const child = spawn(
  process.execPath,
  [
    '--expose-gc',
    '--import',
    'tsx',
    fileURLToPath(new URL('exports-server.ts', import.meta.url)),
    SIZES.join(),
  ],
  { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'] },
)
const lines = createInterface(child.stdout)
const [line] = (await once(lines, 'line')) as [string]
const { origin, cookie, surveys } = JSON.parse(line) as Ready

/** Resident memory of the server and the largest since it was last asked, in bytes. */
function memory(): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024
  return { now: of('VmRSS'), most: of('VmHWM') }
}

/** User and system time of the server's process, in milliseconds: what other programs on the machine do not change. */
function cpu(): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Asks the server to collect its garbage and to begin its largest memory anew. */
async function rest(): Promise<void> {
  child.kill('SIGUSR2')
  await once(lines, 'line')
  writeFileSync(`/proc/${child.pid}/clear_refs`, '5')
}

interface Run {
  readonly milliseconds: number
  readonly bytes: number
  readonly rows: number
}

/** One whole download; the rows of a CSV are counted as they come. */
async function download(surveyId: string, format: string): Promise<Run> {
  const begin = performance.now()
  // Each choice is a file of its own, so that none is served from what is prepared.
  const reply = await fetch(`${origin}/download/surveys/${surveyId}/data.${format}?weights=no`, {
    headers: { cookie },
  })
  if (!reply.ok || !reply.body) throw new Error(await reply.text())
  let bytes = 0
  let lineEnds = 0
  for await (const chunk of reply.body) {
    bytes += chunk.length
    if (format === 'csv')
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lineEnds += 1
  }
  const told = Number(reply.headers.get('x-rozeznanie-rows'))
  if (bytes !== Number(reply.headers.get('content-length'))) throw new Error('a file broke off')
  if (format === 'csv' && lineEnds !== told + 1) throw new Error(`${lineEnds} lines for ${told} rows`)
  return { milliseconds: performance.now() - begin, bytes, rows: told }
}

const medians = new Map<string, number>()
for (const format of FORMATS) {
  for (const size of SIZES) {
    const surveyId = surveys[size] ?? ''
    await rest()
    const idle = memory().now
    const before = cpu()
    const runs: Run[] = []
    for (let run = 0; run < RUNS; run += 1) {
      runs.push(await download(surveyId, format))
      // The next run is to be made anew: another state of the answers.
      await fetch(`${origin}/touch/${surveyId}`)
    }
    const above = memory().most - idle
    const perRow = ((cpu() - before) * 1000) / (size * RUNS)
    const times = runs.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)
    const median = times[Math.floor(RUNS / 2)] ?? NaN
    medians.set(`${format} ${size}`, median)
    if (runs.some(({ rows }) => rows !== size)) throw new Error('rows are missing')
    const rate = Math.round(size / median)
    say(
      `${format}, ${size.toLocaleString('pl')} rows`,
      `${median.toFixed(0)} ms, ${rate}k rows/s, ${((runs[0]?.bytes ?? 0) / MIB).toFixed(1)} MiB, memory +${(above / MIB).toFixed(0)} MiB, ${perRow.toFixed(1)} µs of the server's processor a row`,
    )
  }
  const [first, last] = [SIZES[0] ?? 1, SIZES.at(-1) ?? 1]
  const growth =
    Math.log10((medians.get(`${format} ${last}`) ?? 1) / (medians.get(`${format} ${first}`) ?? 1)) /
    Math.log10(last / first)
  say(
    `${format}, growth exponent from ${first.toLocaleString('pl')} to ${last.toLocaleString('pl')}`,
    growth.toFixed(3),
  )
}
say('goals', 'CSV ≥ 100k rows/s, exponent ≤ 1.03, ≤ 48 MiB above idle; Excel ≥ 15k rows/s')
say('LimeSurvey 6.4.2, CSV of 10k / 100k', '7.3k / 1.27k rows/s, exponent 1.76; Excel 3.4k / 0.82k')
say('ODK Central 2026.2, CSV of 10k / 100k', '7.6k / 7.2k rows/s, exponent 1.03; process peak 267 MB')
child.kill('SIGTERM')
await once(child, 'close')
