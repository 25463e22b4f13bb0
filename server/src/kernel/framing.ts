import type { FastifyReply } from 'fastify'

/** Lets a page stand in the pages of these hosts, and of no others; without any it stands in none. */
export function allowFraming(reply: FastifyReply, hosts: readonly string[]): void {
  if (hosts.length === 0) return
  const policy = String(reply.getHeader('content-security-policy'))
  const framed = policy.replace("frame-ancestors 'none'", `frame-ancestors ${hosts.join(' ')}`)
  reply.header('content-security-policy', framed)
  // It cannot name hosts; browsers that know no policy are older than any that opens the page.
  reply.removeHeader('x-frame-options')
}
