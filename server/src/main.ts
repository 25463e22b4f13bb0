import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { createApp } from './app.ts'
import { openDatabase, type OpenedDatabase } from './database/database.ts'
import { StartRefusedError, systemCode } from './database/start-refused.ts'
import { readSettings, type ServerSettings } from './env.ts'
import { prepareInstallation } from './installation/prepare-installation.ts'
import { inRepository, repositoryRoot } from './repository.ts'
import { asInstallation, createServices } from './services.ts'
import { welcome } from './welcome.ts'

const say = (sentence: string): void => console.log(sentence)

/** How long requests that are being answered may take after the signal to stop. */
const FAREWELL_MS = 8_000

function explainListenError(error: unknown, { port, host }: ServerSettings): unknown {
  const code = systemCode(error)
  if (code === 'EADDRINUSE') {
    return new StartRefusedError(
      `Port ${port} jest zajęty przez inny program. Wybierz inny opcją --port, na przykład --port ${port + 1}.`,
    )
  }
  if (code === 'EACCES') {
    return new StartRefusedError(
      `Port ${port} wymaga uprawnień administratora. Wybierz port powyżej 1023 opcją --port.`,
    )
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartRefusedError(`Ten komputer nie ma adresu ${host}. Popraw zmienną HOST albo opcję --host.`)
  }
  return error
}

/** Tries the port before the long work of a first start, so that a taken one is told at once. */
function checkPort(settings: ServerSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', (error) => reject(explainListenError(error, settings)))
    probe.listen(settings.port, settings.host, () => probe.close(() => resolve()))
  })
}

function explain(error: unknown): string {
  if (error instanceof StartRefusedError) return error.message
  if (systemCode(error) === 'ENOSPC' || systemCode(error) === '53100') {
    return 'Na dysku z danymi zabrakło miejsca. Zwolnij miejsce i uruchom program ponownie; zapisane odpowiedzi są bezpieczne.'
  }
  return `Nie udało się uruchomić programu: ${error instanceof Error ? error.message : String(error)}`
}

function fail(error: unknown): never {
  console.error(explain(error))
  if (process.env.NODE_ENV !== 'production' && !(error instanceof StartRefusedError)) console.error(error)
  process.exit(1)
}

/** A second Ctrl-C, or the same one coming through npm as well, must not cut the clean-up of the first short. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping: Promise<void> | null = null
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping ??= stop().then(() => process.exit(0), fail)
    })
  }
}

async function closeAll(app: FastifyInstance | null, db: OpenedDatabase): Promise<void> {
  const timeIsUp = new Promise((resolve) => setTimeout(resolve, FAREWELL_MS).unref())
  if (app) await Promise.race([app.close(), timeIsUp])
  await db.close()
}

async function startApp(settings: ServerSettings, db: OpenedDatabase): Promise<FastifyInstance> {
  const { publicUrl, resultsMemoryBytes } = settings
  const services = createServices({ db, publicUrl, resultsMemoryBytes })
  const prepared = await prepareInstallation(asInstallation(services), { demo: settings.demo, say })
  const app = await createApp({
    db,
    services,
    production: settings.production,
    https: publicUrl?.startsWith('https:') === true,
    trustedProxyCount: settings.trustedProxyCount,
    webFolder: inRepository('web', 'dist'),
  })
  await app.listen({ port: settings.port, host: settings.host }).catch((error: unknown) => {
    throw explainListenError(error, settings)
  })
  say(welcome(settings, db, prepared, services.accounts.setupCode.code))
  return app
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2), repositoryRoot)
  await checkPort(settings)
  const db = await openDatabase({ ...settings, say, giveUp: fail })
  let app: FastifyInstance | null = null
  stopOnSignals(() => closeAll(app, db))
  try {
    app = await startApp(settings, db)
  } catch (error) {
    await db.close()
    throw error
  }
}

main().catch(fail)
