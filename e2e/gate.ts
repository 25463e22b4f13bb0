import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a network does to one request instead of letting it through. */
export type Mischief =
  | 'pass'
  /** Nobody is there. */
  | 'dead'
  /** It reaches the server, and the reply is lost. */
  | 'lost-reply'
  | {
      readonly status: number
      readonly headers?: Record<string, string>
      readonly body: string
      readonly isCut?: boolean
    }

/** A network between the tablets and the server, under one address that stays. */
export interface Gate {
  readonly url: string
  /** Decides about every request from now on. */
  be(rule: (request: IncomingMessage) => Mischief): void
  close(): Promise<void>
}

/** Interviews on their way; everything else is the app and what it takes along. */
export const isInterview = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && url.startsWith('/teren/surveys/')

function forward(house: URL, from: IncomingMessage, to: ServerResponse, isLost: boolean): void {
  const { method, url, headers } = from
  const way = request({ host: house.hostname, port: house.port, method, path: url, headers }, (reply) => {
    if (isLost) {
      reply.resume()
      reply.on('end', () => to.destroy())
      return
    }
    to.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(to)
  })
  way.on('error', () => to.destroy())
  from.pipe(way)
}

export async function openGate(houseUrl: string): Promise<Gate> {
  const house = new URL(houseUrl)
  let ruleOf: (request: IncomingMessage) => Mischief = () => 'pass'
  const server = createServer((from, to) => {
    const mischief = ruleOf(from)
    if (mischief === 'dead') return void from.socket.destroy()
    if (typeof mischief === 'string') return forward(house, from, to, mischief === 'lost-reply')
    from.resume()
    from.on('end', () => {
      const { status, headers, body, isCut = false } = mischief
      const length = isCut ? { 'content-length': String(Buffer.byteLength(body) + 50) } : {}
      to.writeHead(status, { connection: 'close', ...length, ...headers })
      if (isCut) to.write(body, () => setTimeout(() => to.destroy(), 50))
      else to.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    be: (rule) => {
      ruleOf = rule
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
