import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { poolWriting, runKillRounds } from '../../testing/kill-rounds.ts'
import { killBoth, postmasterOf, runHost, stopHost, type HostOptions } from '../../testing/run-host.ts'
import { makeTemporaryFolder, type TemporaryFolder } from '../../testing/temporary-folder.ts'
import { openDatabase, type OpenedDatabase } from './database.ts'
import { identify, isAlive } from './process-identity.ts'

const NOBODY = { uid: 65534, gid: 65534 }
const isRoot = process.getuid?.() === 0

describe('the embedded database', { timeout: 120_000 }, () => {
  let place: TemporaryFolder
  let opened: OpenedDatabase[] = []
  let hosts: ReturnType<typeof runHost>[] = []
  /** A database made, migrated and stopped; tests that are not about the first start begin with a copy. */
  let example: TemporaryFolder

  beforeAll(async () => {
    example = makeTemporaryFolder()
    await (await open(example.folder)).close()
    opened = []
  })
  afterAll(() => example.remove())
  /** Keeps the owner of each file, which PostgreSQL insists on. */
  const copyExample = (to = place.folder) => void execFileSync('cp', ['-a', `${example.folder}/.`, to])

  beforeEach(() => {
    place = makeTemporaryFolder()
  })
  afterEach(async () => {
    for (const db of opened) await db.close()
    for (const host of hosts) if (host.child.exitCode === null) await stopHost(host)
    opened = []
    hosts = []
    place.remove()
  })

  const open = async (dataFolder = place.folder, say: (sentence: string) => void = () => undefined) => {
    const giveUp = (error: unknown) => console.error(error)
    const db = await openDatabase({ databaseUrl: null, dataFolder, say, giveUp })
    opened.push(db)
    return db
  }
  const host = (options: Partial<HostOptions> = {}) => {
    const started = runHost({ dataFolder: place.folder, ...options })
    hosts.push(started)
    return started
  }
  const countOf = async (db: OpenedDatabase) => (await db.pool.query('SELECT FROM stored')).rowCount
  const postgres = () => path.join(place.folder, 'postgres')

  it('works in a path with spaces and Polish letters, and keeps its data for the next start', async () => {
    const first = await open()
    await first.prisma.voivodeship.create({ data: { code: '26', name: 'świętokrzyskie' } })
    await first.close()

    const second = await open()

    expect(second.appliedMigrations).toEqual([])
    expect(await second.prisma.voivodeship.findMany()).toEqual([{ code: '26', name: 'świętokrzyskie' }])
  })

  it('works as a role that is not the administrator of the cluster', async () => {
    copyExample()
    const { rows } = await (
      await open()
    ).pool.query('SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user')

    expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false }])
  })

  it.runIf(isRoot)('runs PostgreSQL as an unprivileged user when Node runs as root', async () => {
    copyExample()
    await open()

    expect(readFileSync(`/proc/${postmasterOf(postgres())}/status`, 'utf8')).toMatch(/^Uid:\t65534\t65534/m)
  })

  it.runIf(isRoot)('works for an ordinary user', async () => {
    chownSync(place.folder, NOBODY.uid, NOBODY.gid)

    const ordinary = host({ user: NOBODY, writers: 1 })
    await ordinary.ready

    expect(await stopHost(ordinary)).toBe(0)
    expect(ordinary.stored.size).toBeGreaterThan(0)
  })

  it.runIf(isRoot)(
    'moves to a reachable folder when the data folder of root is closed to others, and says where',
    async () => {
      const closed = makeTemporaryFolder(0o700)
      const said: string[] = []
      const first = await open(path.join(closed.folder, '.data'), (sentence) => said.push(sentence))
      await first.prisma.voivodeship.create({ data: { code: '26', name: 'świętokrzyskie' } })
      await first.close()

      const again = await open(path.join(closed.folder, '.data'))

      expect(again.place.startsWith(closed.folder)).toBe(false)
      expect(said.join(' ')).toContain(again.place)
      expect(await again.prisma.voivodeship.count()).toBe(1)
      await again.close()
      rmSync(again.place, { recursive: true, force: true })
      closed.remove()
    },
  )

  it('refuses a second process on the same data with a sentence', async () => {
    copyExample()
    const first = host()
    await first.ready

    await expect(open()).rejects.toThrow(`działa już Rozeznanie (proces ${first.child.pid})`)
    expect(isAlive(identify(first.child.pid!)!)).toBe(true)
  })

  it('takes over from an owner whose process id now belongs to somebody else', async () => {
    copyExample()
    const reused = JSON.stringify({ pid: process.ppid, startedAt: 'another boot/12345' })
    writeFileSync(path.join(postgres(), 'owner.json'), reused)

    await expect(open()).resolves.toMatchObject({ kind: 'embedded' })
  })

  it('stops the server that a killed Node left behind, and has every row it acknowledged', async () => {
    copyExample()
    const killed = host({ writers: 4 })
    await killed.ready
    await pause(300)
    const orphan = identify(postmasterOf(postgres()))!
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(isAlive(orphan)).toBe(true)

    const db = await open()

    expect(isAlive(orphan)).toBe(false)
    expect(await countOf(db)).toBeGreaterThanOrEqual(killed.stored.size)
  })

  it('leaves alone a stranger whose process id is noted in the data folder', async () => {
    copyExample()
    const killed = host()
    await killed.ready
    await killBoth(killed)
    const stranger = spawn('sleep', ['60'], { ...(isRoot ? NOBODY : {}), stdio: 'ignore' })
    const notice = path.join(postgres(), 'data', 'postmaster.pid')
    const [, ...rest] = readFileSync(notice, 'utf8').split('\n')
    writeFileSync(notice, [String(stranger.pid), ...rest].join('\n'))

    const db = await open()

    expect(await countOf(db)).toBe(0)
    expect(isAlive(identify(stranger.pid!)!)).toBe(true)
    stranger.kill()
  })

  it('leaves alone the server of another data folder, whatever the notice says', async () => {
    const other = makeTemporaryFolder()
    copyExample()
    copyExample(other.folder)
    const foreign = await open(other.folder)
    const foreignPid = postmasterOf(path.join(other.folder, 'postgres'))
    const mine = await open()
    await mine.close()
    const notice = readFileSync(path.join(other.folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split(
      '\n',
    )
    notice[1] = path.join(postgres(), 'data')
    writeFileSync(path.join(postgres(), 'data', 'postmaster.pid'), notice.slice(0, 6).join('\n') + '\n')

    await open()

    expect(identify(foreignPid)).not.toBeNull()
    expect((await foreign.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await foreign.close()
    other.remove()
  })

  it('is started again on the same port when it dies, and the pool recovers', async () => {
    copyExample()
    const db = await open()
    const before = (await db.pool.query('SELECT inet_server_port() AS port')).rows
    const { pid } = identify(postmasterOf(postgres()))!

    process.kill(pid, 'SIGKILL')
    await pause(50)

    await expect
      .poll(
        () =>
          db.pool.query('SELECT inet_server_port() AS port').then(
            ({ rows }) => rows,
            () => null,
          ),
        {
          timeout: 60_000,
          interval: 100,
        },
      )
      .toEqual(before)
    expect(await db.prisma.voivodeship.count()).toBe(0)
    expect(postmasterOf(postgres())).not.toBe(pid)
  })

  it('stops with Node when the whole process group gets Ctrl-C, twice', async () => {
    copyExample()
    const group = host({ writers: 4 })
    await group.ready
    const postmaster = identify(postmasterOf(postgres()))!
    await pause(200)

    process.kill(-group.child.pid!, 'SIGINT')
    process.kill(-group.child.pid!, 'SIGINT')
    const { code } = await group.ended

    expect(code).toBe(0)
    expect(isAlive(postmaster)).toBe(false)
    expect(existsSync(path.join(postgres(), 'owner.json'))).toBe(false)
    expect(await countOf(await open())).toBeGreaterThanOrEqual(group.stored.size)
  })

  it('starts after a first start that was cut short', async () => {
    mkdirSync(path.join(postgres(), 'data.new', 'base'), { recursive: true })

    expect((await open()).appliedMigrations.length).toBeGreaterThan(0)
  })

  it('says so when the data folder is a file', async () => {
    const file = path.join(place.folder, 'plik')
    writeFileSync(file, '')

    await expect(open(file)).rejects.toThrow(`Ścieżka ${file} nie prowadzi do folderu`)
  })

  it('has every acknowledged row after three kills of Node and PostgreSQL at once', async () => {
    copyExample()
    const { acknowledged, lost } = await runKillRounds(place.folder, 3, poolWriting)

    expect(lost).toEqual([])
    expect(acknowledged).toBeGreaterThan(100)
  })
})
