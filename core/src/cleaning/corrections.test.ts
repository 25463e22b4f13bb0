import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors.ts'
import { compile, keepVisibleAnswers, type Answers } from '../questionnaire/index.ts'
import { aQuestionnaire, matrix, number, roster, single, yesNo } from '../testing/index.ts'
import { arbitraryPeople, arbitraryVersions } from '../testing/random-versions.ts'
import {
  decideCorrection,
  decideUndo,
  effectOf,
  fieldsOf,
  inForce,
  openCorrected,
  valueAt,
  type Correction,
  type CorrectionRequest,
  type FieldPath,
  type LogLine,
} from './index.ts'

const DAY = '2026-11-22'
const context = { localityIds: [] }
const request = (over: Partial<CorrectionRequest>): CorrectionRequest => ({
  kind: 'CHANGE',
  source: 'CLEANING',
  path: [],
  reason: 'TYPING',
  remark: '',
  ...over,
})

/** A log that is written as the server writes it; what core refuses is not in it. */
class Log {
  readonly lines: LogLine[] = []
  constructor(
    readonly compiled: ReturnType<typeof compile>,
    readonly answers: Answers,
  ) {}
  get response() {
    return { compiled: this.compiled, sent: { answers: this.answers, submittedOn: DAY }, lines: this.lines }
  }
  private add(correction: Correction): LogLine {
    const line = { ...correction, number: this.lines.length + 1 }
    this.lines.push(line)
    return line
  }
  correct(over: Partial<CorrectionRequest>): LogLine {
    return this.add(decideCorrection(this.response, request(over), context))
  }
  undo(line: number): LogLine {
    return this.add(decideUndo(this.response, line, ''))
  }
  get effect() {
    return effectOf(this.compiled, this.response.sent, this.lines)
  }
}

/** Plain JSON with one value set; written apart from the code under test. */
function put(holder: unknown, [step, ...rest]: FieldPath, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(holder))
    return holder.map((item, index) => (String(index) === step ? put(item, rest, value) : item))
  const record = { ...(holder as Record<string, unknown> | undefined) }
  const inner = put(record[step], rest, value)
  if (inner === undefined) delete record[step]
  else record[step] = inner
  return record
}

const step = fc.record({ what: fc.nat(9), field: fc.nat(), value: fc.nat() })

function randomly(log: Log, { what, field, value }: { what: number; field: number; value: number }): void {
  const fields = fieldsOf(openCorrected(log.compiled, log.response.sent, log.lines))
  const at = fields[field % Math.max(1, fields.length)]
  const options = at?.options.map(({ code }) => code) ?? []
  const one = options[value % Math.max(1, options.length)]
  const isList = at?.node.question.type === 'MULTI'
  const isNumber = at?.node.question.type === 'NUMBER'
  if (what === 0) log.correct({ kind: 'EXCLUDE', reason: 'TRIAL' })
  else if (what === 1) log.correct({ kind: 'INCLUDE', reason: 'MISTAKEN' })
  else if (what === 2) log.correct({ kind: 'KEEP', reason: 'CHECKED', flags: ['TWIN'] })
  else if (what <= 4) log.undo(1 + (value % Math.max(1, log.lines.length)))
  else if (at !== undefined && what === 5) log.correct({ kind: 'BLANK', path: at.path })
  else if (at !== undefined) {
    const answer = isNumber ? value % 10 : isList ? [one] : (one ?? `tekst ${value % 7}`)
    log.correct({ path: at.path, value: answer })
  }
}

describe('the cleaning log', () => {
  it('replayed gives what counts, whatever was corrected and taken back; taken back whole, nothing is left of it', () => {
    let edits = 0
    fc.assert(
      fc.property(
        arbitraryVersions.chain((versions) =>
          fc.tuple(fc.constant(versions[0]), arbitraryPeople(versions[0]), fc.array(step, { maxLength: 25 })),
        ),
        ([version, people, steps]) => {
          const log = new Log(compile(version.questionnaire), people[0]?.answers ?? {})
          for (const one of steps) {
            try {
              randomly(log, one)
            } catch (error) {
              if (!(error instanceof DomainError)) throw error
            }
          }
          const active = inForce(log.lines).filter(({ kind }) => kind === 'CHANGE' || kind === 'BLANK')
          edits += active.length
          const naive = active.reduce<unknown>(
            (answers, { path, after }) => put(answers, path, after),
            log.answers,
          )
          const expected = keepVisibleAnswers(version.questionnaire, naive as Answers, { today: DAY })

          expect(log.effect.correctedAnswers).toEqual(active.length === 0 ? null : expected)
          for (const line of inForce(log.lines).toReversed()) log.undo(line.number)
          expect(log.effect).toEqual({ correctedAnswers: null, isExcluded: false })
        },
      ),
      { numRuns: 150 },
    )
    expect(edits).toBeGreaterThan(50)
  }, 60_000)

  const compiled = compile(
    aQuestionnaire([
      yesNo('carer'),
      single('hours', ['few', 'many'], { visibleIf: `carer = 'yes'`, required: true }),
      number('age', { constraint: [{ expression: 'this < 120', message: 'Za dużo.' }] }),
      matrix('serv', ['bath', 'shop'], ['1', '2']),
      roster('home', [number('home_age')]),
    ]),
  )
  const answers = {
    carer: 'yes',
    hours: 'many',
    age: 70,
    serv: { bath: '1' },
    home: [{ home_age: 3 }, { home_age: 5 }],
  }

  it('drops what a change hides, and brings it back when the change is taken back', () => {
    const log = new Log(compiled, answers)

    const line = log.correct({ path: ['carer'], value: 'no' })
    expect(log.effect.correctedAnswers).toEqual({ ...answers, carer: 'no', hours: undefined })
    log.undo(line.number)

    expect(log.effect.correctedAnswers).toBeNull()
  })

  it('reaches one row of a matrix and one item of a roster', () => {
    const log = new Log(compiled, answers)
    log.correct({ path: ['serv', 'shop'], value: '2' })
    log.correct({ kind: 'BLANK', path: ['home', '1', 'home_age'] })

    expect(log.effect.correctedAnswers?.['serv']).toEqual({ bath: '1', shop: '2' })
    expect(log.effect.correctedAnswers?.['home']).toEqual([{ home_age: 3 }, {}])
  })

  it.each([
    ['an option the question has not', { path: ['carer'], value: 'maybe' }],
    ['an answer of another shape', { path: ['age'], value: '70' }],
    ['an answer that breaks the rule of the question', { path: ['age'], value: 130 }],
    ['a question that was not asked', { path: ['nothing'], value: '1' }],
    ['the answer that is there', { path: ['age'], value: 70 }],
    ['no answer as a change', { path: ['age'], value: '' }],
    ['a reason that is not on the list', { path: ['age'], value: 71, reason: 'BECAUSE' }],
    ['another reason without words', { path: ['age'], value: 71, reason: 'OTHER' }],
    ['taking in what is in', { kind: 'INCLUDE' }],
    ['leaving blank what is blank', { kind: 'BLANK', path: ['serv', 'shop'] }],
  ] as const)('refuses %s', (_name, over) => {
    const log = new Log(compiled, answers)

    expect(() => log.correct(over)).toThrow(DomainError)
  })

  it('takes back the later of two changes of one answer first', () => {
    const log = new Log(compiled, answers)
    const first = log.correct({ path: ['age'], value: 71 })
    const second = log.correct({ path: ['age'], value: 72 })

    expect(() => log.undo(first.number)).toThrow(/wpis nr 2/)
    log.undo(second.number)
    log.undo(first.number)

    expect(log.effect.correctedAnswers).toBeNull()
    expect(log.lines).toHaveLength(4)
    expect(log.lines[2]).toMatchObject({ kind: 'UNDO', undoes: 2, before: 72, after: 71 })
    expect(() => log.undo(second.number)).toThrow(DomainError)
  })

  it('says what counted before', () => {
    const log = new Log(compiled, answers)
    log.correct({ path: ['age'], value: 71 })

    expect(log.correct({ kind: 'BLANK', path: ['age'] })).toMatchObject({ before: 71 })
    expect(valueAt(openCorrected(compiled, log.response.sent, log.lines), ['age'])).toBeUndefined()
  })
})
