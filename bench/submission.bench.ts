// Submissions per second at 1, 8 and 32 clients: the respondent's door (POST /a/<code>/responses), the GraphQL door and a
// loop of plain INSERTs, side by side in one run, against a server process of its own with embedded PostgreSQL.
// `SECONDS=10` measures longer. The client shares the machine with the server, so all figures include its work.
import { randomUUID } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import type { Answers } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import pg from 'pg'
import { demoCentres, localitiesOf } from '../prisma/demo/region.ts'
import { seededRandom } from '../prisma/demo/random.ts'
import { drawAnswers } from '../prisma/demo/resident-answers.ts'
import { drawResident } from '../prisma/demo/resident.ts'
import { HttpClient } from './http-client.ts'
import { countStored, cpuMilliseconds, type Server, type Survey, withServer } from './server-process.ts'
import { twentyAnswers } from './twenty-questions.ts'

const SECONDS = Number(process.env.SECONDS ?? 4)
const WARM_UP_SECONDS = 1
const CLIENTS = [1, 8, 32]

const MUTATION = `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) {
  __typename ... on Receipt { receipt } ... on Error { code message } } }`

/** One client of a door: sends one response and resolves when it is acknowledged. */
interface Sender {
  send(): Promise<unknown>
  close(): void | Promise<void>
}
interface Measurement {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly cpuPerResponse: number | null
  readonly sent: number
}

/** A response of a made-up resident to the resident questionnaire. */
function residentAnswers(locality: string): Answers {
  const [centre] = demoCentres
  const questionnaire = questionnaireLibrary.find(({ key }) => key === 'RES')
  if (!centre || !questionnaire) throw new Error('the demo region or the library is empty')
  const random = seededRandom(2026)
  const localityIds = new Map(localitiesOf(centre).map(({ name }) => [name, locality]))
  return drawAnswers({ questionnaire, random, centre, localityIds, resident: drawResident(random, centre) })
}

/** The JSON of a submission, cut where its id goes. */
function cutAtId(document: (id: string) => unknown): readonly [string, string] {
  const [before = '', after = ''] = JSON.stringify(document('HERE')).split('HERE')
  return [before, after]
}

const door =
  (
    port: number,
    address: string,
    [before, after]: readonly [string, string],
    makeId: () => string = randomUUID,
  ) =>
  (): Sender => {
    const client = new HttpClient(port)
    return { send: () => client.post(address, before + makeId() + after), close: () => client.close() }
  }

function respondentsDoor({ port }: Server, survey: Survey, answers: Answers) {
  const { code, questionnaireVersionId } = survey
  return door(
    port,
    `/a/${code}/responses`,
    cutAtId((id) => ({ id, questionnaireVersionId, mode: 'CAWI', answers })),
  )
}

function graphqlDoor({ port }: Server, { code, questionnaireVersionId }: Survey, answers: Answers) {
  const input = { surveyCode: code, questionnaireVersionId, mode: 'CAWI', answers }
  return door(
    port,
    '/graphql',
    cutAtId((id) => ({ query: MUTATION, variables: { input: { ...input, id } } })),
  )
}

/** A mutation that does nothing: what HTTP and GraphQL take by themselves. */
const emptyMutation = ({ port }: Server) =>
  door(
    port,
    '/graphql',
    [JSON.stringify({ query: 'mutation { receipt: __typename }' }).slice(0, -1), '}'],
    () => '',
  )

const plainInsert = ({ databaseUrl }: Server, answers: Answers) => {
  const json = JSON.stringify(answers)
  const statement = { name: 'plain', text: 'INSERT INTO plain_insert (id, answers) VALUES ($1, $2)' }
  return async (): Promise<Sender> => {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    return {
      send: () => client.query({ ...statement, values: [randomUUID(), json] }),
      close: () => client.end(),
    }
  }
}

async function measure(
  server: Server,
  connect: () => Sender | Promise<Sender>,
  clients: number,
): Promise<Measurement> {
  const senders = await Promise.all(Array.from({ length: clients }, connect))
  const latencies: number[] = []
  let isMeasuring = false
  let isOver = false
  let sent = 0
  const work = senders.map(async (sender) => {
    while (!isOver) {
      const start = performance.now()
      await sender.send()
      sent += 1
      if (isMeasuring) latencies.push(performance.now() - start)
    }
  })
  await Promise.race([pause(WARM_UP_SECONDS), ...work])
  const [startedAt, cpuBefore] = [performance.now(), cpuMilliseconds(server)]
  isMeasuring = true
  await Promise.race([pause(SECONDS), ...work])
  isOver = true
  const [seconds, cpuAfter] = [(performance.now() - startedAt) / 1000, cpuMilliseconds(server)]
  const count = latencies.length
  await Promise.all(work)
  for (const sender of senders) await sender.close()
  latencies.sort((one, other) => one - other)
  const cpu = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / count
  return {
    perSecond: count / seconds,
    p50: share(latencies, 0.5),
    p99: share(latencies, 0.99),
    cpuPerResponse: cpu,
    sent,
  }
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
const share = (sorted: readonly number[], part: number) =>
  sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN

function say(name: string, clients: number, { perSecond, p50, p99, cpuPerResponse }: Measurement): void {
  const figures = [perSecond.toFixed(0), p50.toFixed(2), p99.toFixed(2), cpuPerResponse?.toFixed(3) ?? '–']
  console.log(name.padEnd(34), String(clients).padStart(7), ...figures.map((figure) => figure.padStart(11)))
}

async function run(server: Server): Promise<void> {
  const cases = [
    { name: '20 questions', survey: server.surveys.twenty, answers: twentyAnswers },
    { name: 'RES', survey: server.surveys.RES, answers: residentAnswers(server.locality) },
  ]
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log('door'.padEnd(34), ...['clients', '   responses/s', '   p50 ms', '     p99 ms', ' CPU ms each'])
  for (const clients of CLIENTS) {
    say('plain INSERT, no server', clients, {
      ...(await measure(server, plainInsert(server, twentyAnswers), clients)),
      cpuPerResponse: null,
    })
  }
  for (const clients of CLIENTS) {
    say('GraphQL, empty mutation', clients, await measure(server, emptyMutation(server), clients))
  }
  for (const { name, survey, answers } of cases) {
    let acknowledged = 0
    for (const [what, connect] of [
      ['respondent’s door', respondentsDoor(server, survey, answers)],
      ['GraphQL', graphqlDoor(server, survey, answers)],
    ] as const) {
      for (const clients of CLIENTS) {
        const measured = await measure(server, connect, clients)
        acknowledged += measured.sent
        say(`${name}, ${what}`, clients, measured)
      }
    }
    const stored = await countStored(server, survey.id)
    console.log(`${name}: ${acknowledged} acknowledged, ${stored} stored`)
    if (stored !== acknowledged) process.exitCode = 1
  }
}

await withServer(run)
