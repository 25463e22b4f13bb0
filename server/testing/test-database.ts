import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Database } from '../src/database/database.ts'

export interface TestDatabase extends Database {
  readonly url: string
  /** Ends in `_test`, so that nothing that clears it can ever hit a real one. */
  readonly name: string
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer').url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** A migrated, empty database of one test file (or test); `close` drops it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer')
  const name = `rozeznanie_${randomUUID().replaceAll('-', '')}_test`
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${server.template}`)
  const address = new URL(server.url)
  address.pathname = `/${name}`
  const database = connect(address.href, 'embedded', 8)
  return {
    ...database,
    url: address.href,
    name,
    close: async () => {
      await database.close()
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}
