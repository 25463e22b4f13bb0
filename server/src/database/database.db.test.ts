import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'

describe('the database', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await createTestDatabase()
  })
  afterAll(() => db.close())

  it('has every table of the migrations', async () => {
    expect(await db.prisma.municipality.count()).toBe(0)
  })

  it('gives the pool and Prisma the same data', async () => {
    await db.pool.query(`INSERT INTO voivodeship (code, name) VALUES ('26', 'świętokrzyskie')`)

    expect(await db.prisma.voivodeship.findMany()).toEqual([{ code: '26', name: 'świętokrzyskie' }])
  })
})
