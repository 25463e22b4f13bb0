import type { FastifyInstance } from 'fastify'
import type { RouteDeps } from '../context.ts'

const HOUR_MS = 3_600_000

/** Looks each hour, and when the server begins to listen, for surveys whose order is to be made meaningless. */
export async function orderJob(app: FastifyInstance, { responses, now }: RouteDeps): Promise<void> {
  const look = () =>
    void responses.reorderEnded(now()).catch((error: unknown) => app.log.error(error, 'reordering responses'))
  let timer: NodeJS.Timeout | undefined
  app.addHook('onListen', () => {
    look()
    timer = setInterval(look, HOUR_MS).unref()
  })
  app.addHook('onClose', () => clearInterval(timer))
}
