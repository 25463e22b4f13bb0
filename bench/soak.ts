// `npm run proof:soak`: 500 submissions a second for ten minutes, and what becomes of the memory of the server.
// `MINUTES=3` makes it shorter. It fails when a response is lost or when memory grows.
import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { HttpClient } from './http-client.ts'
import { countStored, cpuMilliseconds, type Memory, type Server, withServer } from './server-process.ts'
import { twentyAnswers } from './twenty-questions.ts'

const MINUTES = Number(process.env.MINUTES ?? 10)
const PER_SECOND = 500
const CONNECTIONS = 64
const SAMPLES_PER_MINUTE = 6
const MEGABYTE = 1024 * 1024
/** The garbage-collected heap may grow by so much: what is cached once is not growth, so the first third is left out. */
const MOST_GROWTH_MB_PER_MINUTE = 1
const TICK_MS = 10

interface Sample extends Memory {
  readonly minute: number
}

/** Slope of the least-squares line through what a sample measures, in MB a minute. */
function growth(samples: readonly Sample[], measure: (memory: Memory) => number): number {
  const points = samples.map((sample) => ({ x: sample.minute, y: measure(sample) / MEGABYTE }))
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  return mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2)
}

/** Sends at an even pace; a connection that is busy leaves its turn to the next. */
async function load({ port, surveys: { twenty } }: Server) {
  const free = Array.from({ length: CONNECTIONS }, () => new HttpClient(port))
  const all = [...free]
  const { code, questionnaireVersionId } = twenty
  const bodyOf = () =>
    JSON.stringify({ id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers: twentyAnswers })
  const latencies: number[] = []
  let refused = 0
  const begun = performance.now()
  let due = 0
  const send = async (client: HttpClient) => {
    const start = performance.now()
    await client.post(`/a/${code}/responses`, bodyOf()).then(
      () => void latencies.push(performance.now() - start),
      () => void (refused += 1),
    )
    free.push(client)
  }
  const timer = setInterval(() => {
    const wanted = ((performance.now() - begun) / 1000) * PER_SECOND
    for (let client = free.pop(); client && due < wanted; client = due < wanted ? free.pop() : undefined) {
      due += 1
      void send(client)
    }
  }, TICK_MS)
  const stop = async () => {
    clearInterval(timer)
    while (free.length < CONNECTIONS) await pause(20)
    all.forEach((client) => client.close())
    return { latencies: latencies.sort((one, other) => one - other), refused }
  }
  return { stop }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

await withServer(async (server) => {
  console.log(
    `${PER_SECOND}/s przez ${MINUTES} min, obciążenie maszyny na początku ${loadavg()[0]?.toFixed(1)}`,
  )
  const { stop } = await load(server)
  const start = performance.now()
  const cpuBefore = cpuMilliseconds(server) ?? 0
  const samples: Sample[] = []
  while (performance.now() - start < MINUTES * 60_000) {
    await pause(60_000 / SAMPLES_PER_MINUTE)
    samples.push({ ...(await server.memory()), minute: (performance.now() - start) / 60_000 })
  }
  const cpu = (cpuMilliseconds(server) ?? 0) - cpuBefore
  const { latencies, refused } = await stop()
  const stored = await countStored(server, server.surveys.twenty.id)
  const settled = samples.slice(Math.floor(samples.length / 3))
  const [heap, rss] = [
    growth(settled, ({ heapBytes }) => heapBytes),
    growth(settled, ({ rssBytes }) => rssBytes),
  ]
  const last = samples.at(-1)
  const p = (part: number) => (latencies[Math.floor((latencies.length - 1) * part)] ?? 0).toFixed(1)
  console.log(`potwierdzone ${latencies.length}, zapisane ${stored}, odmówione ${refused}`)
  console.log(
    `p50 ${p(0.5)} ms, p99 ${p(0.99)} ms, procesor ${(cpu / latencies.length).toFixed(3)} ms na odpowiedź`,
  )
  console.log(
    `sterta ${((last?.heapBytes ?? 0) / MEGABYTE).toFixed(1)} MB (${heap.toFixed(2)} MB/min), ` +
      `RSS ${((last?.rssBytes ?? 0) / MEGABYTE).toFixed(0)} MB (${rss.toFixed(2)} MB/min)`,
  )
  const isLost = stored !== latencies.length || refused > 0
  if (isLost || heap > MOST_GROWTH_MB_PER_MINUTE) process.exitCode = 1
})
