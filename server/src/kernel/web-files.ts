import { existsSync } from 'node:fs'
import path from 'node:path'
import serveStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from './http-errors.ts'

/** Plain words between slashes; what looks like a file, a trick or another room is no page of the workspace. */
const PAGE = /^\/([\w-]+(\/[\w-]+)*\/?)?$/
const OTHER_ROOMS = /^\/(graphql|download|upload|healthz|a|assets|answer|teren|formularz)(\/|$)/
/** The interviewer's app; its worker rules over exactly this folder. */
const FIELD_APP = '/teren/'

/** The built web: hashed files are kept for a year, and every address of the workspace opens its one page. */
export async function registerWebFiles(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const isBuilt = folder !== undefined && existsSync(path.join(folder, 'index.html'))
  if (isBuilt) {
    await app.register(serveStatic, {
      root: folder,
      index: false,
      wildcard: false,
      cacheControl: false,
      // What the build has packed already is sent so.
      preCompressed: true,
      setHeaders: (response, file) => {
        const isHashed = /[\\/]assets[\\/]/.test(file)
        response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        if (file.endsWith('.webmanifest')) response.setHeader('content-type', 'application/manifest+json')
      },
    })
    if (existsSync(path.join(folder, FIELD_APP, 'index.html'))) {
      app.get(FIELD_APP.slice(0, -1), (_request, reply) => reply.redirect(FIELD_APP))
      app.get(FIELD_APP, (_request, reply) => reply.sendFile('teren/index.html', folder))
    }
  }
  app.setNotFoundHandler((request, reply) => {
    const address = request.url.split('?')[0] ?? '/'
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      PAGE.test(address) &&
      !OTHER_ROOMS.test(address)
    if (isBuilt && isPage) return reply.sendFile('index.html', folder)
    return refuse(reply, 404)
  })
}
