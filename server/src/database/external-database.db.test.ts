import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { openDatabase } from './database.ts'

describe('a PostgreSQL of one’s own', () => {
  let db: TestDatabase
  beforeEach(async () => {
    db = await createTestDatabase()
  })
  afterEach(() => db.close())

  const open = (databaseUrl: string) =>
    openDatabase({ databaseUrl, dataFolder: '/nonexistent', say: () => undefined, giveUp: () => undefined })
  const withChange = (change: (url: URL) => void) => {
    const url = new URL(db.url)
    change(url)
    return url.href
  }

  it('is used as it is, and named without its password', async () => {
    const opened = await open(db.url)

    expect(opened).toMatchObject({ kind: 'external', appliedMigrations: [] })
    expect(opened.place).toBe(`${new URL(db.url).host}/${db.name}`)
    await opened.close()
  })

  it('is refused when it acknowledges before it has written, by the name of the setting', async () => {
    await db.pool.query(`ALTER DATABASE ${pg.escapeIdentifier(db.name)} SET synchronous_commit = off`)

    await expect(open(db.url)).rejects.toThrow('synchronous_commit = off')
  })

  it('is refused with a sentence when the password is wrong', async () => {
    await expect(open(withChange((url) => (url.password = 'wrong')))).rejects.toThrow(
      'odrzuca nazwę użytkownika albo hasło',
    )
  })

  it('is refused with a sentence when it does not have the database', async () => {
    await expect(open(withChange((url) => (url.pathname = '/nie_ma_takiej_test')))).rejects.toThrow(
      'nie ma bazy danych',
    )
  })

  it('is refused when a migration was changed after it was applied', async () => {
    await db.pool.query(`UPDATE _prisma_migrations SET checksum = repeat('0', 64)`)

    await expect(open(db.url)).rejects.toThrow('was changed after it was applied')
  })
})
