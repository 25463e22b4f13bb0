import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_WORDS } from './code-words.ts'
import { guessingChance } from './guessing.ts'
import { makeParkedCode, PARKED_CODE_BYTES, readParkedCode } from './parked-code.ts'

const randomBytes = fc.uint8Array({ minLength: PARKED_CODE_BYTES, maxLength: PARKED_CODE_BYTES })
const words = fc.array(fc.constantFrom(...CODE_WORDS), { minLength: 4, maxLength: 4 })
const letter = fc.constantFrom(...'abcdefghijklmnoprstuwyz')

/** Optimal string alignment distance, written down independently of what reads codes. */
function distance(a: string, b: string): number {
  const row = (length: number) => Array.from({ length: length + 1 }, () => 0)
  const d = Array.from({ length: a.length + 1 }, () => row(b.length))
  const at = (i: number, j: number) => d[i]?.[j] ?? 0
  for (let i = 0; i <= a.length; i += 1)
    for (let j = 0; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least =
        i === 0 ? j : j === 0 ? i : Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1)
      const line = d[i]
      if (line) line[j] = least
    }
  return at(a.length, b.length)
}

describe('the words of codes', () => {
  it('are 1,024 different ones, written as they are heard', () => {
    expect(CODE_WORDS).toHaveLength(1024)
    expect(new Set(CODE_WORDS).size).toBe(1024)
    expect(CODE_WORDS.filter((word) => !/^[a-gi-pr-uwyz]{3,8}$/.test(word) || word.includes('rz'))).toEqual(
      [],
    )
  })

  it('differ in at least two letters, so that a slip never makes another of them', () => {
    const holders = new Map<string, string[]>()
    for (const word of CODE_WORDS)
      for (let at = 0; at <= word.length; at += 1) {
        const shortened = word.slice(0, at) + word.slice(at + 1)
        holders.set(shortened, [...(holders.get(shortened) ?? []), word])
      }
    // Words one slip apart are the same word with a letter left out.
    const close = [...holders.values()].flatMap((alike) =>
      alike.flatMap((word, index) =>
        alike.slice(index + 1).filter((other) => word !== other && distance(word, other) < 2),
      ),
    )
    expect(close).toEqual([])
  })
})

describe('a code of four words', () => {
  it('stands for its 40 bits: other bytes, another code', () => {
    fc.assert(
      fc.property(randomBytes, randomBytes, (one, other) => {
        expect(makeParkedCode(one) === makeParkedCode(other)).toBe(one.join() === other.join())
      }),
    )
    expect(makeParkedCode(new Uint8Array(5))).toBe(Array(4).fill(CODE_WORDS[0]).join(' '))
    expect(makeParkedCode(new Uint8Array(5).fill(255))).toBe(Array(4).fill(CODE_WORDS[1023]).join(' '))
  })

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        const code = makeParkedCode(bytes)
        const numbered = code.split(' ').map((word, index) => `${index + 1}. ${word.toUpperCase()}`)
        expect(readParkedCode(`  ${numbered.join(',\n')} `)).toEqual({ kind: 'read', code })
        expect(readParkedCode(code.replaceAll(' ', '-'))).toEqual({ kind: 'read', code })
        expect(
          readParkedCode(code.replace(/[aeloszn]/g, (is) => 'ąęłóśżń'['aeloszn'.indexOf(is)] ?? is)),
        ).toEqual({
          kind: 'read',
          code,
        })
      }),
    )
  })

  it('is read with one slip in a word, or the word is named: never read as another code', () => {
    const slip = fc.record({
      at: fc.nat(3),
      place: fc.nat(9),
      kind: fc.constantFrom('change', 'drop', 'add', 'swap'),
      letter,
    })
    fc.assert(
      fc.property(words, slip, (code, { at, place, kind, letter: put }) => {
        const word = code[at] ?? ''
        const from = place % word.length
        const [head, here, next, tail] = [
          word.slice(0, from),
          word[from] ?? '',
          word[from + 1] ?? '',
          word.slice(from + 1),
        ]
        const changed = {
          change: put + tail,
          drop: tail,
          add: put + here + tail,
          swap: next + here + tail.slice(1),
        }[kind]
        const typed = [...code]
        typed[at] = head + changed
        const reading = readParkedCode(typed.join(' '))
        if (reading.kind === 'read') expect(reading.code).toBe(code.join(' '))
        else if (reading.kind === 'unknown') {
          expect(reading.words.map(({ position }) => position)).toEqual([at + 1])
          expect(reading.words[0]?.similar).toContain(word)
        } else expect(typed[at]).toBe('')
      }),
      { numRuns: 2_000 },
    )
  })

  it('says which word is not known', () => {
    expect(readParkedCode('kogut xyzzy rower sanki')).toEqual({
      kind: 'unknown',
      words: [{ position: 2, typed: 'xyzzy', similar: [] }],
    })
    expect(readParkedCode('kogut rower sanki')).toEqual({ kind: 'count', count: 3 })
    expect(readParkedCode(' \n')).toEqual({ kind: 'count', count: 0 })
  })

  it('is guessed by nobody who tries for 60 days: below one in a thousand with a thousand people waiting', () => {
    expect(guessingChance(1_000, 60)).toBeLessThan(0.001)
  })
})
