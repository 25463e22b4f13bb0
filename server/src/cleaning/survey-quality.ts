import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  flagResponses,
  openFlags,
  qualityFactsOf,
  type Flag,
  type QualityFacts,
} from '@rozeznanie/core/cleaning'
import { compile, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Database } from '../database/database.ts'
import {
  readBriefLines,
  readCountedIds,
  readJudged,
  readQualityState,
  type BriefLine,
} from './quality.store.ts'

const ROWS_AT_ONCE = 250
const MOST_SURVEYS = 20

/** Where the versions of a survey are read once. */
interface Forms {
  form(surveyId: string): Promise<{
    readonly versions: readonly { readonly id: string; readonly questionnaire: Questionnaire }[]
  } | null>
}

/** Flags of one response. */
export interface FlaggedResponse {
  readonly responseId: string
  readonly flags: readonly Flag[]
  /** Those that nobody has looked at. */
  readonly open: readonly Flag[]
}

/** What deserves a look in one survey, as of its last change. */
export interface QualityReading {
  /** Responses with flags, in an order that tells nothing of time. */
  readonly flagged: readonly FlaggedResponse[]
}

/** The flags of surveys, kept in the memory of this process; only what is new or corrected is looked at again. */
export interface SurveyQuality {
  /** @returns `null` when there is no such survey; it asks nobody who is asking */
  read(surveyId: string): Promise<QualityReading | null>
}

/** Kinds of flags that a KEEP in force speaks of, by response. */
function checkedKinds(lines: readonly BriefLine[]): ReadonlyMap<string, readonly string[]> {
  const undone = new Set(lines.map(({ undoes }) => undoes))
  const checked = new Map<string, readonly string[]>()
  for (const { responseId, number, kind, flags } of lines) {
    if (kind !== 'KEEP' || undone.has(number)) continue
    checked.set(responseId, [...(checked.get(responseId) ?? []), ...flags])
  }
  return checked
}

interface Known {
  /** The last line of the log that the facts know. */
  readonly line: number
  readonly facts: QualityFacts
}

class OneSurvey {
  private known = new Map<string, Known>()
  private stateName = ''
  private reading: QualityReading | null = null
  private running: Promise<QualityReading | null> | null = null

  constructor(
    private readonly db: Database,
    private readonly columns: Forms,
    private readonly surveyId: string,
  ) {}

  /** Whoever comes while flags are being raised waits and asks after that, so that what was stored before is in. */
  async read(): Promise<QualityReading | null> {
    while (this.running) await this.running.catch(() => null)
    this.running = this.refresh()
    try {
      return await this.running
    } finally {
      this.running = null
    }
  }

  private async refresh(): Promise<QualityReading | null> {
    const state = await readQualityState(this.db, this.surveyId)
    if (!state) return null
    const name = JSON.stringify(state)
    if (this.reading && name === this.stateName) return this.reading
    const [ids, lines] = await Promise.all([
      readCountedIds(this.db, this.surveyId),
      readBriefLines(this.db, this.surveyId),
    ])
    const lastLine = new Map(lines.map(({ responseId, number }) => [responseId, number]))
    await this.learn(ids, lastLine)
    const checked = checkedKinds(lines)
    const known = ids.flatMap((id) => {
      const facts = this.known.get(id)?.facts
      return facts ? [{ id, facts }] : []
    })
    const flags = flagResponses(known.map(({ facts }) => facts))
    const flagged = known.flatMap(({ id }, index) => {
      const own = flags[index] ?? []
      return own.length === 0
        ? []
        : [{ responseId: id, flags: own, open: openFlags(own, checked.get(id) ?? []) }]
    })
    this.stateName = name
    this.reading = { flagged }
    return this.reading
  }

  /** Looks at what is new or was corrected, piece by piece: other requests get their turn. */
  private async learn(ids: readonly string[], lastLine: ReadonlyMap<string, number>): Promise<void> {
    const form = await this.columns.form(this.surveyId)
    const compiled = new Map(form?.versions.map(({ id, questionnaire }) => [id, compile(questionnaire)]))
    const wanted = ids.filter((id) => this.known.get(id)?.line !== (lastLine.get(id) ?? 0))
    for (let from = 0; from < wanted.length; from += ROWS_AT_ONCE) {
      const part = await readJudged(this.db, this.surveyId, wanted.slice(from, from + ROWS_AT_ONCE))
      for (const { id, versionId, ...response } of part) {
        const version = compiled.get(versionId)
        if (version)
          this.known.set(id, { line: lastLine.get(id) ?? 0, facts: qualityFactsOf(version, response) })
      }
      await nextTurn()
    }
    const counted = new Set(ids)
    for (const id of this.known.keys()) if (!counted.has(id)) this.known.delete(id)
  }
}

/** @returns the flags of this database's surveys; one object for the life of the server */
export function createSurveyQuality(db: Database, columns: Forms): SurveyQuality {
  const kept = new Map<string, OneSurvey>()
  return {
    read: async (surveyId) => {
      const survey = kept.get(surveyId) ?? new OneSurvey(db, columns, surveyId)
      kept.delete(surveyId)
      kept.set(surveyId, survey)
      for (const oldest of [...kept.keys()].slice(0, -MOST_SURVEYS)) kept.delete(oldest)
      const reading = await survey.read()
      if (reading === null) kept.delete(surveyId)
      return reading
    },
  }
}
