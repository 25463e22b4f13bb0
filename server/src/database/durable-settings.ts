import type pg from 'pg'
import { StartRefusedError } from './start-refused.ts'

/** Without these, an answer that a resident saw as saved may be gone after a power cut. */
const DURABLE: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply'],
}

const OLDEST_VERSION = 15

/** What the server says about itself, by the names of pg_settings. */
export type ServerSettingsReport = ReadonlyMap<string, string>

function assertVersion(settings: ServerSettingsReport): void {
  const version = Math.floor(Number(settings.get('server_version_num')) / 10_000)
  if (!(version >= OLDEST_VERSION)) {
    throw new StartRefusedError(
      `Serwer bazy danych to PostgreSQL ${settings.get('server_version')}; potrzebny jest PostgreSQL ${OLDEST_VERSION} lub nowszy.`,
    )
  }
}

function assertEncoding(settings: ServerSettingsReport): void {
  const encoding = settings.get('server_encoding')
  if (encoding === 'UTF8') return
  throw new StartRefusedError(
    `Baza danych ma kodowanie ${encoding}; utwórz ją z kodowaniem UTF8 i uruchom program ponownie.`,
  )
}

function assertDurable(settings: ServerSettingsReport): void {
  for (const [name, accepted] of Object.entries(DURABLE)) {
    const value = settings.get(name) ?? '(brak)'
    if (accepted.includes(value)) continue
    throw new StartRefusedError(
      `Serwer bazy danych ma ustawienie ${name} = ${value}, więc po awarii mógłby zgubić zapisane odpowiedzi. ` +
        `Ustaw ${name} = on i uruchom program ponownie.`,
    )
  }
}

/** Refuses a server that may lose acknowledged answers, is too old, or cannot hold every letter. */
export function assertSafeServer(settings: ServerSettingsReport): void {
  assertVersion(settings)
  assertEncoding(settings)
  assertDurable(settings)
}

/** Asks the server itself, as the application will meet it (a role or a database may have settings of its own). */
export async function checkServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
    [[...Object.keys(DURABLE), 'server_version_num', 'server_version', 'server_encoding']],
  )
  assertSafeServer(new Map(rows.map((row) => [row.name, row.setting])))
}
