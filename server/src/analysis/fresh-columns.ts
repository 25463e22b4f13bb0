import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  appendResponse,
  type Columns,
  type LocalityName,
  nameLocalities,
  placesOf,
  removeResponse,
  replaceResponse,
  reserving,
  withSlack,
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
  type SurveyMarks,
} from './analysis.store.ts'
import { emptyColumns } from './empty-columns.ts'
import { KeptColumns } from './kept-columns.ts'
import type { SurveyForm, SurveyForms } from './survey-forms.ts'

const ROWS_AT_ONCE = 500

/**
 * A response gets its number before it is committed, so that a smaller number may appear after a larger one.
 * So far back numbers are looked at again each time.
 */
const OVERLAP = 2000

/** More responses than this are not corrected one by one: the columns are built anew. */
const MOST_CORRECTED = 500

/** Counting rows may take about this share of the time: once per so many milliseconds for each stored response. */
const COUNT_PAUSE_MS_PER_RESPONSE = 0.1

/** Nobody waits for the counting of more rows than this: what it finds is set right for the next reader. */
const MOST_COUNTED_AT_ONCE = 50_000

/** Numbers looked at before others get their turn. */
const NOTICED_AT_ONCE = 500_000

interface FreshColumnsDeps {
  readonly db: Database
  readonly now: () => Date
  readonly surveyId: string
  readonly forms: SurveyForms
}

/** How many responses a survey had when the columns held so many. */
interface Counted {
  readonly columns: Columns
  readonly marks: SurveyMarks
  readonly before: number
  readonly stored: number
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
  /** What the columns hold of the cleaning log and of the order of responses. */
  private marks: SurveyMarks = { correctionCount: 0, orderGeneration: 0 }
  private last = 0
  /** Numbers above `last - OVERLAP` that are in the columns. */
  private seen = new Set<number>()
  private countedAt = -Infinity
  /** What was found out in the background. */
  private counted: Counted | null = null
  private running: Promise<State | null> | null = null
  private waiting: Promise<State | null> | null = null
  private readonly kept: KeptColumns

  constructor(private readonly deps: FreshColumnsDeps) {
    this.kept = new KeptColumns(deps)
  }

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

  /** Resolves when nothing is being kept in the background any more. */
  settled(): Promise<void> {
    return this.kept.settled()
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
    const isSame = form === this.form && marks.orderGeneration === this.marks.orderGeneration
    const known =
      isSame && this.columns !== null && (await this.correct(this.columns, marks)) ? this.columns : null
    if (known !== null) nameLocalities(known, localities)
    let columns = known ?? (await this.open(form, localities, marks))
    const asOf = now()
    await this.appendNews(columns)
    if (!(await this.isComplete(columns))) {
      await this.kept.discard()
      columns = await this.build(form, localities, marks)
      await this.appendNews(columns)
    }
    // New numbers given in the meantime make the same responses look new.
    if ((await readMarks(db, surveyId))?.orderGeneration !== marks.orderGeneration) return this.refresh()
    await this.makeRoom(columns)
    this.kept.save(columns, this.marks)
    return { columns, asOf }
  }

  /** Columns from what is kept where there is anything, else from the responses. */
  private async open(form: SurveyForm, localities: readonly LocalityName[], marks: SurveyMarks) {
    const { orderGeneration } = marks
    this.columns = null
    const loaded = await this.kept.load((places) => emptyColumns(form, places), orderGeneration)
    if (loaded === null) return this.build(form, localities, marks)
    const { columns, correctionCount } = loaded
    this.begin(columns, form, { correctionCount, orderGeneration })
    for (let from = 0; from < columns.responseCount; from += NOTICED_AT_ONCE) {
      this.notice(columns.sequences.subarray(from, Math.min(from + NOTICED_AT_ONCE, columns.responseCount)))
      await nextTurn()
    }
    if (!(await this.correct(columns, marks))) {
      await this.kept.discard()
      return this.build(form, localities, marks)
    }
    nameLocalities(columns, localities)
    await this.appendFrom(columns, this.last)
    return columns
  }

  /** Columns from all responses. */
  private async build(form: SurveyForm, localities: readonly LocalityName[], marks: SurveyMarks) {
    const columns = emptyColumns(form, localities)
    this.kept.forget()
    this.begin(columns, form, marks)
    await this.appendFrom(columns, 0)
    return columns
  }

  private begin(columns: Columns, form: SurveyForm, marks: SurveyMarks): void {
    this.columns = columns
    this.form = form
    this.marks = marks
    this.last = 0
    this.seen.clear()
  }

  /** Reads on piece by piece: other requests get their turn, and the database reads ahead. */
  private async appendFrom(columns: Columns, after: number): Promise<void> {
    const known = this.known(columns)
    const pageAfter = (last: number) =>
      readResponses(this.deps.db, known, { after: last, limit: ROWS_AT_ONCE })
    for (let responses = await pageAfter(after); responses.length > 0;) {
      const next = pageAfter(responses.at(-1)?.sequence ?? 0)
      await this.makeRoom(columns)
      this.append(columns, responses)
      responses = await next
    }
  }

  /** Large arrays are copied one at a time when they grow, so that nobody waits for all of them. */
  private async makeRoom(columns: Columns): Promise<void> {
    const { responseCount, capacity } = columns
    if (responseCount + ROWS_AT_ONCE <= capacity || responseCount < MOST_COUNTED_AT_ONCE) return
    for (const _step of reserving(columns, withSlack(responseCount + (responseCount >>> 4)))) await nextTurn()
  }

  /** Only responses to versions that the columns were built for: others wait for the next reading. */
  private known({ readings }: Columns) {
    return { surveyId: this.deps.surveyId, versionIds: readings.map(({ versionId }) => versionId) }
  }

  private append(columns: Columns, responses: readonly SequencedResponse[]): void {
    for (const response of responses) appendResponse(columns, response)
    this.notice(responses.map(({ sequence }) => sequence))
  }

  /** Remembers which numbers are in the columns, as far back as it matters. */
  private notice(sequences: ArrayLike<number>): void {
    for (let i = 0; i < sequences.length; i++) this.last = Math.max(this.last, sequences[i]!)
    const from = this.last - OVERLAP
    for (let i = 0; i < sequences.length; i++) if (sequences[i]! > from) this.seen.add(sequences[i]!)
    for (const sequence of this.seen) if (sequence <= from) this.seen.delete(sequence)
  }

  /**
   * Brings in what was corrected since the columns were last read: each response as it counts now, so that doing it
   * twice changes nothing.
   *
   * @returns false when there is so much of it that the columns are to be built anew
   */
  private async correct(columns: Columns, marks: SurveyMarks): Promise<boolean> {
    if (marks.correctionCount === this.marks.correctionCount) return true
    const { db, surveyId } = this.deps
    const sequences = await readCorrectedSequences(db, surveyId, this.marks.correctionCount)
    if (sequences.length > MOST_CORRECTED) return false
    const counted = await readResponsesAt(db, this.known(columns), sequences)
    const bySequence = new Map(counted.map((response) => [response.sequence, response]))
    const places = placesOf(columns, sequences)
    const gone: number[] = []
    for (const sequence of sequences) {
      const at = places.get(sequence)
      const response = bySequence.get(sequence)
      if (at === undefined && response !== undefined) this.append(columns, [response])
      if (at === undefined) continue
      this.kept.touch(at)
      if (response === undefined) gone.push(at)
      else replaceResponse(columns, at, response)
    }
    // From the end, because the last response moves to the place of one that is taken out.
    for (const at of gone.sort((one, other) => other - one)) {
      this.kept.touch(columns.responseCount - 1)
      removeResponse(columns, at)
    }
    this.marks = marks
    return true
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
    const { counted } = this
    this.counted = null
    if (counted?.columns === columns && !this.isEnough(counted)) return false
    const time = performance.now()
    if (time - this.countedAt < columns.responseCount * COUNT_PAUSE_MS_PER_RESPONSE) return true
    this.countedAt = time
    const counting = this.count(columns)
    if (columns.responseCount > MOST_COUNTED_AT_ONCE) {
      // A count that fails is made again the next time.
      void counting.then(
        (found) => (this.counted = found),
        () => undefined,
      )
      return true
    }
    const now = await counting
    if (now.stored === now.before) return true
    await this.appendNews(columns)
    return this.isEnough(now)
  }

  private async count(columns: Columns): Promise<Counted> {
    const { marks } = this
    const before = columns.responseCount
    return { columns, marks, before, stored: await countStored(this.deps.db, this.deps.surveyId) }
  }

  /** After a correction a count says nothing any more. */
  private isEnough({ columns, marks, before, stored }: Counted): boolean {
    return marks !== this.marks || (columns.responseCount >= stored && stored >= before)
  }
}
