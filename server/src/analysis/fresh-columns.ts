import {
  appendResponse,
  buildColumns,
  buildPooledColumns,
  type Columns,
  type LocalityName,
  nameLocalities,
  removeResponse,
  replaceResponse,
} from '@rozeznanie/core/analysis'
import type { Database } from '../database/database.ts'
import {
  countStored,
  loadLocalityNames,
  readCorrectedSequences,
  readMarks,
  readResponses,
  readResponsesAt,
  readSequences,
  type SequencedResponse,
} from './analysis.store.ts'
import type { SurveyForm, SurveyForms } from './survey-forms.ts'

const ROWS_AT_ONCE = 1000

/**
 * A response gets its number before it is committed, so that a smaller number may appear after a larger one.
 * So far back numbers are looked at again each time.
 */
const OVERLAP = 2000

/** More responses than this are not corrected one by one: the columns are built anew. */
const MOST_CORRECTED = 500

/** Counting rows may take about this share of the time: once per so many milliseconds for each stored response. */
const COUNT_PAUSE_MS_PER_RESPONSE = 0.1

interface FreshColumnsDeps {
  readonly db: Database
  readonly now: () => Date
  readonly surveyId: string
  readonly forms: SurveyForms
}

function emptyColumns({ pool, versions, questionnaire }: SurveyForm, localities: readonly LocalityName[]) {
  return pool ? buildPooledColumns(pool, localities) : buildColumns(questionnaire, localities, versions[0])
}

interface State {
  readonly columns: Columns
  readonly asOf: Date
}

/** The columns of one survey, brought up to date whenever they are read. */
export class FreshColumns {
  private columns: Columns | null = null
  /** What the columns were built for; the survey may have moved since. */
  private form: SurveyForm | null = null
  /** The sequence number of each response, by its place in the columns. */
  private order: number[] = []
  /** How long the cleaning log was when the columns were last corrected by it. */
  private correctionCount = 0
  /** How many times the responses had been given new numbers when the columns were built. */
  private orderGeneration = 0
  private last = 0
  /** Numbers above `last - OVERLAP` that are in the columns. */
  private seen = new Set<number>()
  private countedAt = 0
  private running: Promise<State | null> | null = null
  private waiting: Promise<State | null> | null = null

  constructor(private readonly deps: FreshColumnsDeps) {}

  /**
   * Readers who come while one is under way share the next, which begins after all of them came.
   *
   * @returns `null` when there is no such survey
   */
  read(): Promise<State | null> {
    if (this.running === null) return this.start()
    this.waiting ??= this.running.then(
      () => this.start(),
      () => this.start(),
    )
    return this.waiting
  }

  private start(): Promise<State | null> {
    this.waiting = null
    const running = this.refresh().finally(() => {
      if (this.running === running) this.running = null
    })
    this.running = running
    return running
  }

  private async refresh(): Promise<State | null> {
    const { db, now, surveyId, forms } = this.deps
    const [form, localities, marks] = await Promise.all([
      forms.read(surveyId),
      loadLocalityNames(db, surveyId),
      readMarks(db, surveyId),
    ])
    if (form === null || marks === null) return null
    const { correctionCount, orderGeneration } = marks
    const own = form === this.form && orderGeneration === this.orderGeneration ? this.columns : null
    const known = own !== null && (await this.correct(own, correctionCount)) ? own : null
    this.correctionCount = correctionCount
    this.orderGeneration = orderGeneration
    if (known !== null) nameLocalities(known, localities)
    let columns = known ?? (await this.build(form, localities))
    const asOf = now()
    await this.appendNews(columns)
    if (!(await this.isComplete(columns))) {
      columns = await this.build(form, localities)
      await this.appendNews(columns)
    }
    // New numbers given in the meantime make the same responses look new.
    if ((await readMarks(db, surveyId))?.orderGeneration !== orderGeneration) return this.refresh()
    return { columns, asOf }
  }

  /** Reads everything there is, piece by piece: other requests get their turn, and the database reads ahead. */
  private async build(form: SurveyForm, localities: readonly LocalityName[]): Promise<Columns> {
    const columns = emptyColumns(form, localities)
    this.last = 0
    this.order = []
    this.seen.clear()
    const known = this.known(columns)
    const pageAfter = (after: number) => readResponses(this.deps.db, known, { after, limit: ROWS_AT_ONCE })
    for (let responses = await pageAfter(0); responses.length > 0;) {
      const next = pageAfter(responses.at(-1)?.sequence ?? 0)
      this.append(columns, responses)
      responses = await next
    }
    this.columns = columns
    this.form = form
    return columns
  }

  /** Only responses to versions that the columns were built for: others wait for the next reading. */
  private known({ readings }: Columns) {
    return { surveyId: this.deps.surveyId, versionIds: readings.map(({ versionId }) => versionId) }
  }

  private append(columns: Columns, responses: readonly SequencedResponse[]): void {
    for (const response of responses) {
      appendResponse(columns, response)
      this.order.push(response.sequence)
      this.seen.add(response.sequence)
      this.last = Math.max(this.last, response.sequence)
    }
    for (const sequence of this.seen) if (sequence <= this.last - OVERLAP) this.seen.delete(sequence)
  }

  /**
   * Brings in what was corrected since the columns were last read: each response as it counts now, so that doing it
   * twice changes nothing.
   *
   * @returns false when there is so much of it that the columns are to be built anew
   */
  private async correct(columns: Columns, correctionCount: number): Promise<boolean> {
    if (correctionCount === this.correctionCount) return true
    const { db, surveyId } = this.deps
    const sequences = await readCorrectedSequences(db, surveyId, this.correctionCount)
    if (sequences.length > MOST_CORRECTED) return false
    const counted = await readResponsesAt(db, this.known(columns), sequences)
    const bySequence = new Map(counted.map((response) => [response.sequence, response]))
    for (const sequence of sequences) {
      const at = this.order.indexOf(sequence)
      const response = bySequence.get(sequence)
      if (response !== undefined && at >= 0) replaceResponse(columns, at, response)
      else if (response !== undefined) this.append(columns, [response])
      else if (at >= 0) this.remove(columns, at)
    }
    return true
  }

  private remove(columns: Columns, at: number): void {
    removeResponse(columns, at)
    const last = this.order.pop()
    if (last !== undefined && at < this.order.length) this.order[at] = last
  }

  private async appendNews(columns: Columns): Promise<void> {
    const { db, surveyId } = this.deps
    const sequences = await readSequences(db, surveyId, this.last - OVERLAP)
    const news = sequences.filter((sequence) => !this.seen.has(sequence))
    for (let from = 0; from < news.length; from += ROWS_AT_ONCE) {
      const part = news.slice(from, from + ROWS_AT_ONCE)
      this.append(columns, await readResponsesAt(db, this.known(columns), part))
    }
  }

  /**
   * Whether the columns hold as many responses as the table: a response may have been deleted, or committed very
   * late. More than the table by what came while it was counted is possible too and is no fault.
   */
  private async isComplete(columns: Columns): Promise<boolean> {
    const time = performance.now()
    if (time - this.countedAt < columns.responseCount * COUNT_PAUSE_MS_PER_RESPONSE) return true
    this.countedAt = time
    const before = columns.responseCount
    const stored = await countStored(this.deps.db, this.deps.surveyId)
    if (stored === before) return true
    await this.appendNews(columns)
    return columns.responseCount >= stored && stored >= before
  }
}
