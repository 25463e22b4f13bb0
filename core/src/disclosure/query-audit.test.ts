import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QueryAudit, type Members } from './query-audit.ts'

/** People of a made-up municipality by the features that are published, as the study of the rules had them. */
const DIMENSIONS = [2, 6, 9, 3, 4] as const
type Person = readonly number[]

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function town(size: number, seed: number): readonly Person[] {
  const random = seeded(seed)
  return Array.from({ length: size }, () => DIMENSIONS.map((codes) => Math.floor(random() * codes)))
}

type Condition = readonly [dimension: number, codes: readonly number[]]
const setOf = (people: readonly Person[], conditions: readonly Condition[]): Members =>
  Uint8Array.from(people, (person) =>
    conditions.every(([dimension, codes]) => codes.includes(person[dimension] ?? -1)) ? 1 : 0,
  )
const ids = (size: number, ...members: readonly number[]): Members => {
  const set = new Uint8Array(size)
  for (const member of members) set[member] = 1
  return set
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)
const sizeOf = (set: Members) => set.reduce((sum, one) => sum + one, 0)
const minus = (one: Members, other: Members): Members => one.map((isIn, at) => isIn & ~(other[at] ?? 0) & 1)

describe('the audit of query sets', () => {
  it('releases nothing of fewer than ten people', () => {
    expect(new QueryAudit(100).release(ids(100, ...range(0, 9)))).toBe('refused')
    expect(new QueryAudit(100).release(ids(100, ...range(0, 10)))).toBe('released')
  })

  it('lets the same people through again, whatever they were asked for by', () => {
    const audit = new QueryAudit(50)
    audit.release(ids(50, ...range(0, 20)))

    expect(audit.release(ids(50, ...range(0, 20)))).toBe('repeated')
    expect(audit.size).toBe(1)
  })

  it.each([1, 4])('refuses a set that leaves %d of a released one', (left) => {
    const audit = new QueryAudit(50)
    audit.release(ids(50, ...range(0, 30)))

    expect(audit.release(ids(50, ...range(0, 30 - left)))).toBe('refused')
    expect(audit.release(ids(50, ...range(0, 25)))).toBe('released')
  })

  it('finds one person in a sum of four sets of which no two are nested', () => {
    const audit = new QueryAudit(80)
    const [a, b, c] = [range(0, 20), range(20, 40), range(40, 60)]
    const told = [
      [...a, ...b],
      [...b, ...c],
      [...a, ...c, 60],
    ].map((set) => audit.release(ids(80, ...set)))

    expect(told).toEqual(['released', 'released', 'released'])
    // Twice a with the one person, and a with that person: what is left is that person.
    expect(audit.release(ids(80, ...a))).toBe('refused')
  })

  it('is the same after its sets were stored and read again', () => {
    const people = town(200, 3)
    const audit = new QueryAudit(200)
    const sets = range(0, 6).map((code) => setOf(people, [[1, [code]]]))
    for (const set of sets) audit.release(set)

    const again = QueryAudit.of(200, audit.releasedAfter(0))
    const wishes = range(0, 9).map((code) =>
      setOf(people, [
        [2, [code]],
        [0, [0]],
      ]),
    )

    expect(wishes.map((set) => again.release(set))).toEqual(wishes.map((set) => audit.release(set)))
    expect(again.size).toBe(audit.size)
  })

  it('leaves nothing behind when a copy is asked', () => {
    const audit = new QueryAudit(60)
    audit.copy().release(ids(60, ...range(0, 30)))

    expect([audit.size, audit.release(ids(60, ...range(0, 28)))]).toEqual([0, 'released'])
  })

  it('never lets a single person be computed, whatever is asked in whatever order', () => {
    const condition = fc.tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 1 }),
    )
    const wishes = fc.array(fc.array(condition, { maxLength: 3 }), { minLength: 5, maxLength: 25 })
    fc.assert(
      fc.property(wishes, fc.integer({ min: 1, max: 1000 }), (conditions, seed) => {
        const people = town(60, seed)
        const audit = new QueryAudit(60)
        const told = conditions
          .map((wish) => setOf(people, wish))
          .filter((set) => audit.release(set) !== 'refused')
        expect(range(0, 60).filter((person) => isSpanned(told, person))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})

/** Whether the answer of one person is a combination of sums over the sets: by elimination over the rationals. */
function isSpanned(sets: readonly Members[], person: number): boolean {
  const rows = sets.map((set) => [...set].map(Number))
  const wanted = Array.from({ length: sets[0]?.length ?? 0 }, (_, at) => (at === person ? 1 : 0))
  for (const [index, row] of rows.entries()) {
    const pivot = row.findIndex((value) => Math.abs(value) > 1e-9)
    if (pivot < 0) continue
    for (const other of [...rows.slice(index + 1), wanted]) {
      const factor = (other[pivot] ?? 0) / (row[pivot] ?? 1)
      if (Math.abs(factor) > 1e-12)
        for (let at = 0; at < other.length; at++) other[at]! -= factor * (row[at] ?? 0)
    }
  }
  return (rows.length > 0 && wanted.every((value) => Math.abs(value) < 1e-6)) as boolean
}

describe('attacks on made-up municipalities of 310 people', () => {
  /** Sets by one published feature, as every snapshot releases them first. */
  const opened = (people: readonly Person[]) => {
    const audit = new QueryAudit(people.length)
    audit.release(setOf(people, []))
    for (const [dimension, codes] of DIMENSIONS.entries())
      for (const code of range(0, codes)) audit.release(setOf(people, [[dimension, [code]]]))
    return audit
  }

  it('by two filters that differ in one person are all stopped', () => {
    let tried = 0
    for (let seed = 1; tried < 200; seed++) {
      const people = town(310, seed)
      const audit = opened(people)
      const random = seeded(seed * 7)
      for (let round = 0; round < 20; round++) {
        const target = Math.floor(random() * people.length)
        const wide = setOf(people, [[0, [people[target]?.[0] ?? 0]]])
        const narrow = wide.slice()
        narrow[target] = 0
        const verdicts = [audit.release(wide), audit.release(narrow)]
        expect(verdicts).toContain('refused')
        tried++
      }
    }
  })

  it('by four filters that overlap are all stopped', () => {
    let tried = 0
    for (let seed = 1; tried < 400; seed++) {
      const people = town(310, seed)
      const random = seeded(seed * 13)
      for (let round = 0; round < 20; round++) {
        const audit = new QueryAudit(310)
        const target = Math.floor(random() * people.length)
        const a = setOf(people, [[1, [0, 1]]]).map((one, at) => (at === target ? 0 : one))
        const b = setOf(people, [[1, [2, 3]]]).map((one, at) => (at === target ? 0 : one))
        const union = a.map((one, at) => one | (b[at] ?? 0))
        const more = union.map((one, at) => (at === target ? 1 : one))
        const rest = union.map((one) => 1 - one).map((one, at) => (at === target ? 0 : one))
        // a + b = union, more = union + the person, and everybody = union + rest + the person.
        const verdicts = [a, b, more, rest, new Uint8Array(310).fill(1)].map((set) => audit.release(set))
        expect(verdicts).toContain('refused')
        tried++
      }
    }
  })

  it('cost ordinary readers at most one breakdown in ten', () => {
    const random = seeded(42)
    const verdicts = range(1, 11).flatMap((seed) => {
      const people = town(310, seed)
      const audit = opened(people)
      return range(0, 20).flatMap(() => {
        const [one, other] = [0, 1].map(() => Math.floor(random() * DIMENSIONS.length))
        const code = Math.floor(random() * (DIMENSIONS[one ?? 0] ?? 1))
        return range(0, DIMENSIONS[other ?? 0] ?? 1)
          .map((column) =>
            setOf(people, [
              [one ?? 0, [code]],
              [other ?? 0, [column]],
            ]),
          )
          .filter((set) => sizeOf(set) >= 10)
          .map((set) => audit.release(set))
      })
    })

    expect(verdicts.length).toBeGreaterThan(300)
    expect(verdicts.filter((verdict) => verdict === 'refused').length / verdicts.length).toBeLessThanOrEqual(
      0.1,
    )
  })

  it('does not confuse a set with what is left of it', () => {
    const people = town(310, 5)
    const women = setOf(people, [[0, [0]]])
    const audit = opened(people)

    expect(audit.release(minus(setOf(people, []), women))).toBe('repeated')
  })
})
