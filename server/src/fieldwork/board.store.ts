import type {
  BoardFacts,
  Callback,
  ContactCount,
  DayCount,
  Interviewer,
  RespondentCell,
} from '@rozeznanie/core/fieldwork'
import type { CollectionMode } from '@rozeznanie/core/response'
import type { Database } from '../database/database.ts'
import { dayOf } from '../kernel/scalars.ts'

/** Responses by day and mode, oldest first. */
async function countDays({ pool }: Database, surveyId: string): Promise<readonly DayCount[]> {
  const { rows } = await pool.query<{ day: string; mode: CollectionMode; stored: number; counted: number }>(
    `SELECT to_char(submitted_on, 'YYYY-MM-DD') AS day, mode, count(*)::int AS stored,
        (count(*) FILTER (WHERE NOT is_excluded))::int AS counted
      FROM response WHERE survey_id = $1 GROUP BY submitted_on, mode ORDER BY submitted_on, mode`,
    [surveyId],
  )
  return rows.map(({ day, mode, stored, counted }) => ({
    day,
    mode,
    storedCount: stored,
    countedCount: counted,
  }))
}

/** Counted responses by the facts that quotas are made of. */
async function countRespondents({ pool }: Database, surveyId: string): Promise<readonly RespondentCell[]> {
  const { rows } = await pool.query<RespondentCell>(
    `SELECT answers->>'dem_sex' AS sex, answers->>'dem_age' AS age, locality_id AS "localityId", mode,
        count(*)::int AS count
      FROM counted_response WHERE survey_id = $1 GROUP BY 1, 2, 3, 4`,
    [surveyId],
  )
  return rows
}

async function countContacts({ prisma }: Database, surveyId: string): Promise<readonly ContactCount[]> {
  const rows = await prisma.contact.groupBy({
    by: ['accountId', 'channel', 'outcome', 'contactedOn', 'isSettled'],
    where: { surveyId },
    _count: true,
  })
  return rows.map(({ contactedOn, _count, ...facts }) => ({
    ...facts,
    day: dayOf(contactedOn),
    count: _count,
  }))
}

const MOST_CALLBACKS = 500

/** Whoever is to be tried again, the earliest first. */
export async function findCallbacks({ prisma }: Database, surveyId: string): Promise<readonly Callback[]> {
  const rows = await prisma.contact.findMany({
    where: { surveyId, isSettled: false, comeBackOn: { not: null } },
    select: {
      id: true,
      channel: true,
      outcome: true,
      comeBackOn: true,
      comeBackPart: true,
      localityId: true,
      listPosition: true,
      accountId: true,
    },
    orderBy: [{ comeBackOn: 'asc' }, { comeBackPart: 'asc' }, { listPosition: 'asc' }, { id: 'asc' }],
    take: MOST_CALLBACKS,
  })
  return rows.flatMap(({ comeBackOn, ...facts }) =>
    comeBackOn === null ? [] : [{ ...facts, comeBackOn: dayOf(comeBackOn) }],
  )
}

/** Whoever was given the survey or has recorded contacts in it, by name. */
async function findInterviewers({ prisma }: Database, surveyId: string): Promise<readonly Interviewer[]> {
  const accounts = await prisma.account.findMany({
    where: { OR: [{ assignments: { some: { surveyId } } }, { contacts: { some: { surveyId } } }] },
    select: {
      id: true,
      name: true,
      assignments: {
        where: { surveyId },
        select: { id: true, localityId: true, target: true },
        orderBy: { id: 'asc' },
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return accounts.map(({ id, name, assignments }) => ({
    accountId: id,
    name,
    places: assignments.map((place) => ({
      assignmentId: place.id,
      localityId: place.localityId,
      target: place.target,
    })),
  }))
}

/** What is stored of the plan of a survey; the structure is as it was saved. */
export async function loadPlan({ prisma }: Database, surveyId: string) {
  const [plan, targets] = await Promise.all([
    prisma.surveyPlan.findUnique({ where: { surveyId } }),
    prisma.localityTarget.findMany({ where: { surveyId }, select: { localityId: true, target: true } }),
  ])
  return {
    target: plan?.target ?? null,
    population: plan?.population ?? null,
    structure: plan?.structure ?? null,
    structureSource: plan?.structureSource ?? null,
    structureOn: plan?.structureOn ? dayOf(plan.structureOn) : null,
    targets: new Map(targets.map(({ localityId, target }) => [localityId, target])),
  }
}

/** Everything that is counted for the board. */
export async function loadCounts(
  db: Database,
  surveyId: string,
): Promise<Pick<BoardFacts, 'days' | 'respondents' | 'contacts' | 'callbacks' | 'interviewers'>> {
  const [days, respondents, contacts, callbacks, interviewers] = await Promise.all([
    countDays(db, surveyId),
    countRespondents(db, surveyId),
    countContacts(db, surveyId),
    findCallbacks(db, surveyId),
    findInterviewers(db, surveyId),
  ])
  return { days, respondents, contacts, callbacks, interviewers }
}
