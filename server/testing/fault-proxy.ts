// A bad network between respondents and the server: most requests meet a fault, and which one is drawn from a seed.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** What may happen to a request, with its share in percent. */
const FAULTS = {
  pass: 40,
  /** It is done, and nobody hears of it. */
  'answer lost': 25,
  /** Half of it arrives. */
  'request cut': 12,
  delay: 10,
  /** It arrives twice at once. */
  replay: 5,
  reset: 5,
  /** Nothing happens, for longer than anybody waits. */
  hang: 3,
} as const
type Fault = keyof typeof FAULTS

const LONGEST_DELAY_MS = 400

export interface FaultProxy {
  readonly port: number
  /** How many requests met each fate. */
  readonly counts: Readonly<Record<Fault, number>>
  /** Where requests go from now on; `null` while there is no server. */
  forwardTo(port: number | null): void
  close(): Promise<void>
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function drawFault(random: () => number): Fault {
  let rest = random() * 100
  for (const [fault, share] of Object.entries(FAULTS) as [Fault, number][]) {
    rest -= share
    if (rest < 0) return fault
  }
  return 'pass'
}

interface Request {
  readonly method: string
  readonly url: string
  readonly contentType: string
  readonly body: Buffer
}

interface Answer {
  readonly status: number
  readonly body: Buffer
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function ask(port: number, { method, url, contentType, body }: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': contentType, 'content-length': body.length }
    const sent = request({ host: '127.0.0.1', port, method, path: url, headers }, (message) => {
      bodyOf(message).then((answer) => resolve({ status: message.statusCode ?? 502, body: answer }), reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Promises the whole body, sends half of it, and is gone. */
function askHalf(port: number, { method, url, contentType, body }: Request): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `${method} ${url} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${contentType}\r\ncontent-length: ${body.length}\r\n\r\n`,
      )
      socket.write(body.subarray(0, body.length >> 1), () => socket.destroy())
    })
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
  })
}

function answerWith(reply: ServerResponse, { status, body }: Answer): void {
  reply.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length })
  reply.end(body)
}

const FATES: Readonly<
  Record<Fault, (sent: Request, port: number, reply: ServerResponse, random: () => number) => unknown>
> = {
  pass: async (sent, port, reply) => answerWith(reply, await ask(port, sent)),
  'answer lost': async (sent, port, reply) => {
    await ask(port, sent)
    reply.destroy()
  },
  'request cut': async (sent, port, reply) => {
    await askHalf(port, sent)
    reply.destroy()
  },
  delay: async (sent, port, reply, random) => {
    await pause(random() * LONGEST_DELAY_MS)
    answerWith(reply, await ask(port, sent))
  },
  replay: async (sent, port, reply) => {
    const [, second] = await Promise.all([ask(port, sent), ask(port, sent)])
    answerWith(reply, second)
  },
  reset: (_sent, _port, reply) => reply.socket?.resetAndDestroy(),
  hang: () => undefined,
}

/** @returns a proxy that listens on a port of its own */
export async function startFaultProxy(seed: number): Promise<FaultProxy> {
  const random = seeded(seed)
  const counts: Record<Fault, number> = {
    ...{ pass: 0, 'answer lost': 0, 'request cut': 0, delay: 0, replay: 0, reset: 0, hang: 0 },
  }
  let target: number | null = null
  const handle = async (message: IncomingMessage, reply: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = message
    const sent = { method, url, contentType: headers['content-type'] ?? '', body: await bodyOf(message) }
    if (target === null) return reply.destroy()
    const fault = drawFault(random)
    counts[fault] += 1
    await FATES[fault](sent, target, reply, random)
  }
  const server = createServer((message, reply) => void handle(message, reply).catch(() => reply.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    counts,
    forwardTo: (port) => void (target = port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
