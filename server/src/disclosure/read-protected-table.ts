import { dimensionsOf, type AnalysisTable, type Columns } from '@rozeznanie/core/analysis'
import {
  answeredBy,
  hiddenTable,
  outsiderProblem,
  protectTable,
  releaseStandard,
  releaseTable,
  rulesOf,
  setsOfTable,
  standardSets,
  TOO_FEW,
  type ColumnVerdict,
  type DisclosureRules,
  type Protected,
  type QuerySets,
} from '@rozeznanie/core/disclosure'
import { localDayOf } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { countTable, type TableWish } from '../analysis/table.access.ts'
import { badInput } from '../kernel/refusals.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import { askAudits, type AskedAudits } from './ask-audits.ts'
import { recordRefusal } from './record-refusal.ts'
import { placed, type Frozen } from './snapshots.ts'

type ReadContext = Pick<Context, 'db' | 'viewer' | 'now' | 'snapshots'>

/** Somebody else was first to take a snapshot: the table is counted again, from the new one. */
const MOST_TRIES = 5

const NO_WEIGHTS =
  'Tych wag nie można zastosować do udostępnionych odpowiedzi. Proszę wybrać inne wagi albo wyniki nieważone.'

interface Reading {
  readonly surveyId: string
  readonly wish: TableWish
  /** Nothing is remembered of this look: it is the owner's, at what others would see. */
  readonly isTrial: boolean
}

function rulesIn(columns: Columns, rowKey: string): DisclosureRules {
  return rulesOf(columns.byKey.get(rowKey.split('/', 1)[0] ?? rowKey)?.question)
}

/** Weights say why they cannot be applied by counts of people, which are not for outsiders. */
async function countFrozen(
  { db }: ReadContext,
  { surveyId, wish }: Reading,
  frozen: Frozen,
): ReturnType<typeof countTable> {
  if (wish.weightVersion === null) return countTable({ db }, surveyId, frozen, wish)
  try {
    return await countTable({ db }, surveyId, frozen, wish)
  } catch {
    await countTable({ db }, surveyId, frozen, { ...wish, weightVersion: null })
    throw badInput(NO_WEIGHTS)
  }
}

/** Asks the audits about every column of the table; what they say is remembered in the same transaction. */
function verdictsOn(
  context: ReadContext,
  { surveyId, wish, isTrial }: Reading,
  frozen: Frozen,
  table: AnalysisTable,
): Promise<readonly ColumnVerdict[] | null> {
  const { columns } = frozen
  const at = (sets: QuerySets): QuerySets => sets.map((set) => placed(set, frozen))
  const codes = table.columns.slice(1).flatMap(({ code }) => code ?? [])
  const sets = at(setsOfTable(columns, { ...wish, codes }))
  const answered = placed(answeredBy(columns, wish.rowKey), frozen)
  const ask = ({ people, measure, isFirst }: AskedAudits) => {
    const audits = { people, measure, answered }
    if (isFirst) releaseStandard(audits, at(standardSets(columns)))
    return releaseTable(audits, sets, rulesIn(columns, wish.rowKey))
  }
  return askAudits(context, { surveyId, measure: wish.rowKey, frozen, isTrial }, ask)
}

/** Owners see the raw answers: what they are refused in the report tells nothing of an attack. */
async function refused(context: ReadContext, { surveyId, isTrial }: Reading): Promise<void> {
  const { db, viewer, now } = context
  if (isTrial || viewer === null || (await mayOrganiseSurvey(context, surveyId))) return
  await recordRefusal(db, { surveyId, viewer, at: now(), day: localDayOf(now()) })
}

async function tryRead(
  context: ReadContext,
  reading: Reading,
  frozen: Frozen,
): Promise<Protected<AnalysisTable> | null> {
  const counted = await countFrozen(context, reading, frozen)
  if (counted === null) return null
  const { table, request } = counted
  const verdicts = await verdictsOn(context, reading, frozen, table)
  if (verdicts === null) return null
  const released = verdicts.map((verdict) => verdict === 'told')
  const shown = protectTable(table, request, {
    rules: rulesIn(frozen.columns, reading.wish.rowKey),
    released,
  })
  if (verdicts.includes('refused')) await refused(context, reading)
  return frozen.columns.responseCount === 0 ? hiddenTable(table, TOO_FEW) : shown
}

/**
 * A table as everybody but the organisation that owns the answers may see it: of the snapshot that holds, by published
 * features only, after the audit of query sets. What is refused takes the same work as what is shown. The caller has
 * made sure that the viewer may see the survey from outside.
 *
 * @returns `null` when there is no such survey
 * @throws GraphQLError BAD_USER_INPUT when a key names nothing, or divides by what is not published
 */
export async function readProtectedTable(
  context: ReadContext,
  reading: Reading,
): Promise<Protected<AnalysisTable> | null> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const frozen = await context.snapshots.read(reading.surveyId)
    if (frozen === null) return null
    const problem = outsiderProblem(reading.wish, dimensionsOf(frozen.columns))
    if (problem !== null) {
      await refused(context, reading)
      throw badInput(problem)
    }
    const table = await tryRead(context, reading, frozen)
    if (table !== null) return table
  }
  throw new Error(
    `snapshots of survey ${reading.surveyId} changed ${MOST_TRIES} times while a table was counted`,
  )
}
