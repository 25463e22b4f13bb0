import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/prisma/client.ts'
import { inRepository } from '../repository.ts'
import { prepareApplicationDatabase } from './application-database.ts'
import { checkServer } from './durable-settings.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { migrate } from './migrations.ts'
import { StartRefusedError, systemCode } from './start-refused.ts'

/** Of a busy machine: how long a transaction may wait for its turn, and how long it may take, in milliseconds. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 }

/** The one way to the data: Prisma for most rooms, the pool for the paths that must be quick. */
export interface Database {
  readonly prisma: PrismaClient
  readonly pool: pg.Pool
  readonly kind: 'embedded' | 'external'
  close(): Promise<void>
}

export interface DatabaseSettings {
  /** A PostgreSQL 15+ of one's own; null for the embedded one. */
  readonly databaseUrl: string | null
  /** Where the embedded one keeps its data. */
  readonly dataFolder: string
  readonly say: (sentence: string) => void
  readonly giveUp: (error: unknown) => void
}

export interface OpenedDatabase extends Database {
  /** For the terminal: the folder of the embedded database, or the address of the external one without its password. */
  readonly place: string
  readonly appliedMigrations: readonly string[]
}

const POOL_SIZE = 20

/** Connects Prisma and the pool to a database whose tables exist. */
export function connect(url: string, kind: Database['kind'], size = POOL_SIZE): Database {
  const pool = new pg.Pool({ connectionString: url, max: size, connectionTimeoutMillis: 10_000 })
  // an idle connection that dies is replaced at the next query; without a listener it would end the process
  pool.on('error', () => undefined)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: PATIENCE })
  return {
    prisma,
    pool,
    kind,
    close: async () => {
      await prisma.$disconnect()
      if (!pool.ended) await pool.end()
    },
  }
}

const withoutPassword = (url: string): string => {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}${port ? `:${port}` : ''}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}

function explainConnectionError(error: unknown, url: string): unknown {
  const place = withoutPassword(url)
  const code = systemCode(error) ?? ''
  if (['28P01', '28000'].includes(code)) {
    return new StartRefusedError(
      `Baza danych ${place} odrzuca nazwę użytkownika albo hasło z DATABASE_URL. Popraw je i uruchom program ponownie.`,
    )
  }
  if (code === '3D000') {
    return new StartRefusedError(
      `Na serwerze nie ma bazy danych ${place} z DATABASE_URL. Utwórz ją i uruchom program ponownie.`,
    )
  }
  return new StartRefusedError(
    `Nie można połączyć się z bazą danych ${place} (${code || 'brak odpowiedzi'}). Sprawdź zmienną DATABASE_URL i czy serwer bazy działa.`,
    { cause: error },
  )
}

/** Checks that the server keeps what it acknowledges, then brings the tables up to date. */
export async function checkAndMigrate(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw explainConnectionError(error, url)
  }
  try {
    await checkServer(client)
    return await migrate(client, inRepository('prisma', 'migrations'))
  } finally {
    await client.end()
  }
}

async function openExternal(url: string): Promise<OpenedDatabase> {
  const appliedMigrations = await checkAndMigrate(url)
  return { ...connect(url, 'external'), place: withoutPassword(url), appliedMigrations }
}

async function openEmbedded(settings: DatabaseSettings): Promise<OpenedDatabase> {
  const server = await startEmbeddedPostgres(settings)
  try {
    const url = await prepareApplicationDatabase(server.adminUrl)
    const appliedMigrations = await checkAndMigrate(url)
    const database = connect(url, 'embedded')
    return {
      ...database,
      place: server.folder,
      appliedMigrations,
      close: async () => {
        await database.close()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Starts or reaches the database, refuses an unsafe one, and brings its tables up to date. */
export const openDatabase = (settings: DatabaseSettings): Promise<OpenedDatabase> =>
  settings.databaseUrl ? openExternal(settings.databaseUrl) : openEmbedded(settings)
