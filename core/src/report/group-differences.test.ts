import { describe, expect, it } from 'vitest'
import { displayBase, rulesOf } from '../disclosure/index.ts'
import { groupDifferences, type ComparedGroup } from './group-differences.ts'
import { showChoices } from './shown-frequency.ts'

const group = (label: string, base: number, counts: Readonly<Record<string, number>>): ComparedGroup => {
  const frequencies = Object.entries(counts).map(([code, count]) => ({
    code,
    label: code,
    count,
    ofRespondents: null,
    ofAnswers: null,
  }))
  const shown = showChoices(frequencies, { base, rules: rulesOf() })
  return { label, base: displayBase(base), lines: shown.frequencies }
}

describe('groups of people', () => {
  it('differ in what a test has found, with both ranges', () => {
    const groups = [
      group('młodsi', 200, { dojazd: 120, koszt: 60 }),
      group('starsi', 200, { dojazd: 70, koszt: 64 }),
    ]

    expect(groupDifferences(groups)).toEqual([
      '„dojazd”: ok. 60% (53–67%) w grupie „młodsi” i ok. 35% (29–42%) w grupie „starsi” – w grupie „młodsi” częściej.',
    ])
  })

  it('are not said to differ by chance, nor by one comparison of many', () => {
    const alike = [group('młodsi', 100, { a: 50 }), group('starsi', 100, { a: 44 })]
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`odpowiedź ${at}`, 50]))
    const oneOfMany = [group('młodsi', 100, many), group('starsi', 100, { ...many, 'odpowiedź 3': 35 })]

    expect(groupDifferences(alike)).toEqual(['Dane nie pozwalają stwierdzić różnicy między grupami.'])
    expect(groupDifferences(oneOfMany)).toEqual(['Dane nie pozwalają stwierdzić różnicy między grupami.'])
  })

  it('of which nothing is shown are not compared', () => {
    expect(groupDifferences([group('młodsi', 8, { a: 5 }), group('starsi', 100, { a: 44 })])).toEqual([])
  })
})
