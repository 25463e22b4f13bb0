import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { StartRefusedError } from './database/start-refused.ts'

/** What a person may set, by environment variables or on the command line. */
export interface ServerSettings {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** A PostgreSQL 15+ of one's own; null for the embedded one. */
  readonly databaseUrl: string | null
  /** Whether an empty database is filled with the demo region. */
  readonly demo: boolean
  /** The address that residents see, without a slash at its end; null when it is the one listened on. */
  readonly publicUrl: string | null
  /** How many proxies in front of the server may be believed about the client's address. */
  readonly trustedProxyCount: number
  /** Room for answers kept in memory for counting, in bytes. */
  readonly resultsMemoryBytes: number
  readonly production: boolean
}

const refuse = (sentence: string): never => {
  throw new StartRefusedError(sentence)
}

function parsePort(text: string): number {
  const port = Number(text)
  const isPort = /^\d+$/.test(text) && port >= 1 && port <= 65_535
  return isPort ? port : refuse(`Port musi być liczbą od 1 do 65535, a podano „${text}”.`)
}

function parseUrl(name: string, text: string, protocols: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && protocols.includes(url.protocol)) return url
  return refuse(
    `Zmienna ${name} musi być adresem zaczynającym się od ${protocols.map((p) => `${p}//`).join(' albo ')}.`,
  )
}

function parsePublicUrl(text: string): string {
  const url = parseUrl('PUBLIC_URL', text, ['http:', 'https:'])
  if (url.pathname !== '/' || url.search || url.hash)
    refuse('Zmienna PUBLIC_URL ma zawierać sam adres serwera, bez dalszej ścieżki.')
  return url.origin
}

function parseDemo(text: string): boolean {
  if (['off', '0', 'false', 'no'].includes(text.toLowerCase())) return false
  if (['', 'on', '1', 'true', 'yes'].includes(text.toLowerCase())) return true
  return refuse(`Zmienna ROZEZNANIE_DEMO może mieć wartość on albo off, a podano „${text}”.`)
}

function parseProxyCount(text: string): number {
  return /^\d$/.test(text) ? Number(text) : refuse('Zmienna TRUSTED_PROXIES musi być liczbą od 0 do 9.')
}

const MIB = 1024 * 1024

function parseMebibytes(text: string): number {
  const size = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (size >= 16) return size * MIB
  return refuse(`Zmienna RESULTS_MEMORY_MB musi być liczbą od 16, a podano „${text}”.`)
}

function readFlags(args: readonly string[]) {
  try {
    const options = { port: { type: 'string' }, data: { type: 'string' }, host: { type: 'string' } } as const
    return parseArgs({ args: [...args], options, strict: true }).values
  } catch (error) {
    throw new StartRefusedError('Nieznana opcja. Można podać --port NUMER, --host ADRES i --data FOLDER.', {
      cause: error,
    })
  }
}

const Environment = z.object({
  PORT: z.string().default('4000'),
  HOST: z.string().default('127.0.0.1'),
  ROZEZNANIE_DATA: z.string().default('.data'),
  ROZEZNANIE_DEMO: z.string().default(''),
  DATABASE_URL: z.string().optional(),
  PUBLIC_URL: z.string().optional(),
  TRUSTED_PROXIES: z.string().default('0'),
  RESULTS_MEMORY_MB: z.string().default('256'),
  NODE_ENV: z.string().optional(),
})

const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))

/** Reads the settings; the command line wins over the environment. A bad one is refused with a sentence. */
export function readSettings(
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
  root: string,
): ServerSettings {
  const env = Environment.parse(withoutEmpty(environment))
  const flags = readFlags(args)
  if (env.DATABASE_URL) parseUrl('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:'])
  return {
    port: parsePort(flags.port ?? env.PORT),
    host: flags.host ?? env.HOST,
    dataFolder: path.resolve(root, flags.data ?? env.ROZEZNANIE_DATA),
    databaseUrl: env.DATABASE_URL ?? null,
    demo: parseDemo(env.ROZEZNANIE_DEMO),
    publicUrl: env.PUBLIC_URL ? parsePublicUrl(env.PUBLIC_URL) : null,
    trustedProxyCount: parseProxyCount(env.TRUSTED_PROXIES),
    resultsMemoryBytes: parseMebibytes(env.RESULTS_MEMORY_MB),
    production: env.NODE_ENV === 'production',
  }
}
