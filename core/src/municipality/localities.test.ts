import { describe, expect, it } from 'vitest'
import { localityProblems, parsePastedLocalities, planLocalities, type StoredLocality } from './localities.ts'
import type { LocalityKind } from './model.ts'
import { isFound, searchable } from './search.ts'

const draft = (name: string, kind: LocalityKind = 'SOLECTWO') => ({ name, kind })
const stored = (id: string, name: string, isRetired = false): StoredLocality => ({
  id,
  ...draft(name),
  isRetired,
})

describe('planLocalities', () => {
  it('adds new names, keeps known ones whatever their case, retires missing ones and revives returning ones', () => {
    const before = [stored('1', 'Bieliny'), stored('2', 'Huta Stara'), stored('3', 'Porąbki', true)]

    const changes = planLocalities(before, [
      draft('BIELINY', 'MIEJSCOWOSC'),
      draft('  Porąbki '),
      draft('Belno'),
    ])

    expect(changes.added).toEqual([draft('Belno')])
    expect(changes.kept).toEqual([
      { id: '1', name: 'BIELINY', kind: 'MIEJSCOWOSC' },
      { id: '3', name: 'Porąbki', kind: 'SOLECTWO' },
    ])
    expect(changes.retired.map(({ id }) => id)).toEqual(['2'])
  })

  it('does not retire again what is retired', () => {
    expect(planLocalities([stored('1', 'Dawna', true)], []).retired).toEqual([])
  })
})

describe('localityProblems', () => {
  it('says the row of every fault', () => {
    const problems = localityProblems([
      draft('Bieliny'),
      draft(' '),
      draft('bieliny'),
      draft('x'.repeat(101)),
      draft('a\u0000'),
    ])

    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Wiersz 2: brakuje nazwy/),
      expect.stringMatching(/^Wiersz 3: „bieliny” jest już w wierszu 1/),
      expect.stringMatching(/^Wiersz 4: nazwa jest za długa/),
      expect.stringMatching(/^Wiersz 5: nazwa zawiera niedozwolony znak/),
    ])
    expect(problems[0]?.path).toBe('localities.1.name')
  })

  it('refuses a list without end', () => {
    expect(localityProblems(Array.from({ length: 1001 }, (_, index) => draft(`Wieś ${index}`)))).toHaveLength(
      1,
    )
  })
})

it('reads a pasted list with numbers, bullets and kinds', () => {
  const text = '1. Bieliny\r\n- Huta  Stara;\n\nos. Zachód\n• Sołectwo Belno,'

  expect(parsePastedLocalities(text, 'SOLECTWO')).toEqual([
    draft('Bieliny'),
    draft('Huta Stara'),
    draft('Zachód', 'OSIEDLE'),
    draft('Belno'),
  ])
})

it('searches without case and diacritics, and by the start of a code', () => {
  const municipality = { code: '260408', name: 'Łopuszno' }

  expect(searchable(' Skarżysko-Kamienna ')).toBe('skarzysko kamienna')
  expect(['lopu', 'ŁOPUSZ', '2604', ''].map((search) => isFound(municipality, search))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(isFound(municipality, 'Kielce')).toBe(false)
})
