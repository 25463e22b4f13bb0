import type { FastifyRequest } from 'fastify'

/** What printed and shown addresses begin with: what the settings say, otherwise how this request came. */
export function baseUrlOf(
  { publicUrl }: { readonly publicUrl?: string | null },
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): string {
  return publicUrl ?? `${protocol}://${host}`
}
