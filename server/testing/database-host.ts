// A process of its own that opens a database and stores rows in it, to be killed by tests.
// Each line of its output is a fact: `ready`, `stored <id>` (after the commit), or a sentence for the terminal.
import { randomUUID } from 'node:crypto'
import { openDatabase } from '../src/database/database.ts'

const [dataFolder = '', writers = '0'] = process.argv.slice(2)

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

function fail(error: unknown): never {
  process.stderr.write(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

const db = await openDatabase({ databaseUrl: null, dataFolder, say, giveUp: fail }).catch(fail)
await db.pool.query('CREATE TABLE IF NOT EXISTS stored (id uuid PRIMARY KEY)')
let stopping: Promise<void> | null = null
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => (stopping ??= db.close().then(() => process.exit(0), fail)))
}
say('ready')

async function writeOnAndOn(): Promise<void> {
  while (!stopping) {
    const id = randomUUID()
    try {
      await db.pool.query('INSERT INTO stored (id) VALUES ($1)', [id])
      say(`stored ${id}`)
    } catch {
      // not acknowledged: whether it was stored is open
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
await Promise.all(Array.from({ length: Number(writers) }, writeOnAndOn))
setInterval(() => undefined, 60_000)
