import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { checkAndMigrate } from '../src/database/database.ts'
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server with the right to make databases; `template` is a migrated one. */
    databaseServer: { readonly url: string; readonly template: string }
  }
}

interface TestServer {
  readonly url: string
  stop(): Promise<void>
}

async function startTestServer(): Promise<TestServer> {
  const external = process.env.TEST_DATABASE_URL
  if (external) return { url: external, stop: () => Promise.resolve() }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rozeznanie-test-'))
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres({
    dataFolder: folder,
    say: (sentence) => console.log(sentence),
    giveUp: (error) => {
      throw error
    },
  })
  return {
    url: server.adminUrl,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const databaseAt = (url: string, name: string): string => {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** One PostgreSQL server for the whole run, with one migrated database that every test's own is copied from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const template = `rozeznanie_template_${process.pid}_${Date.now()}_test`
  await execute(server.url, `CREATE DATABASE ${template}`)
  await checkAndMigrate(databaseAt(server.url, template))
  project.provide('databaseServer', { url: server.url, template })
  return async () => {
    await execute(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    await server.stop()
  }
}
