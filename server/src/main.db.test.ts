import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeTemporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.ts'
import { findFreePort } from './database/postmaster.ts'
import { inRepository } from './repository.ts'

describe('the program at the terminal', { timeout: 120_000 }, () => {
  let place: TemporaryFolder
  beforeEach(() => {
    place = makeTemporaryFolder()
  })
  afterEach(() => place.remove())

  const run = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', inRepository('server', 'src', 'main.ts'), ...args],
      {
        cwd: inRepository(),
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'production',
          ROZEZNANIE_DATA: place.folder,
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    const heard = { output: '', errors: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (heard.output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (heard.errors += text))
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...heard }))
    return { child, heard, ended }
  }

  it('starts empty without the demo, shows the one-time code and where the data lie, and stops cleanly', async () => {
    const port = await findFreePort()
    const { child, heard, ended } = run(['--port', String(port)], { ROZEZNANIE_DEMO: 'off' })
    await expect.poll(() => heard.output, { timeout: 60_000 }).toContain('Zatrzymanie')

    const page = await fetch(`http://127.0.0.1:${port}/healthz`)
    child.kill('SIGTERM')
    child.kill('SIGTERM')

    expect(page.status).toBe(200)
    expect(heard.output).toMatch(/Kod +[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}\n/)
    expect(heard.output).toContain(path.join(place.folder, 'postgres'))
    expect((await ended).code).toBe(0)
  })

  const sentenceOf = async (args: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
    const { code, errors } = await run(args, environment).ended
    expect(code).toBe(1)
    expect(errors).not.toMatch(/^\s+at /m)
    return errors.trim()
  }

  it('says in a sentence that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo

    expect(await sentenceOf([], { PORT: String(port) })).toMatch(
      new RegExp(`^Port ${port} jest zajęty przez inny program\\. [^\\n]+$`),
    )
    other.close()
  })

  it('says in a sentence that the database of DATABASE_URL does not answer, without its password', async () => {
    const port = await findFreePort()
    const databaseUrl = `postgres://anna:tajne@127.0.0.1:${await findFreePort()}/rozeznanie`

    const sentence = await sentenceOf(['--port', String(port)], { DATABASE_URL: databaseUrl })

    expect(sentence).toMatch(
      /^Nie można połączyć się z bazą danych 127\.0\.0\.1:\d+\/rozeznanie \(ECONNREFUSED\)\. [^\n]+$/,
    )
    expect(sentence).not.toContain('tajne')
  })
})
