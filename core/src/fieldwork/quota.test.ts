import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextSteps } from './next-steps.ts'
import { plannedSampleSize } from './planned-sample.ts'
import { largestRemainder, quotaBoard, type RespondentCell } from './quota.ts'
import { bandLabel, missingPeople, USUAL_AGES } from './sexes-and-ages.ts'
import { emptyStructure, parseStructure, type PopulationStructure } from './structure.ts'
import { readStructureTable } from './structure-table.ts'

const wola = { name: 'Wola Jachowa', localityIds: ['wola'] }
const gorno = { name: 'Górno', localityIds: ['gorno'] }
const withPeople = (structure: PopulationStructure, people: number): PopulationStructure => ({
  ...structure,
  cells: structure.cells.map((cell) => ({ ...cell, people })),
})
const someone = (wishes: Partial<RespondentCell> = {}): RespondentCell => ({
  sex: 'MAN',
  age: '65_69',
  localityId: 'wola',
  mode: 'PAPI',
  count: 1,
  ...wishes,
})

describe('sharing a target out', () => {
  it('gives the seats that Hare–Niemeyer gives', () => {
    // Wikipedia, „Largest remainders method”, the example with 100,000 votes and 10 seats under the Hare quota.
    expect(largestRemainder(10, [47_000, 16_000, 15_800, 12_000, 6_100, 3_100])).toEqual([5, 2, 1, 1, 1, 0])
  })

  it('adds up to the whole, and no part is off by one or more', () => {
    const weights = fc.array(fc.nat(5000), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(fc.nat(3000), weights, (total, parts) => {
        const sum = parts.reduce((all, part) => all + part, 0)
        const shared = largestRemainder(total, parts)
        if (sum === 0) return shared.every((part) => part === 0)
        const near = shared.every((part, index) => Math.abs(part - (total * (parts[index] ?? 0)) / sum) < 1)
        return near && shared.reduce((all, part) => all + part, 0) === total
      }),
    )
  })
})

describe('the quota board', () => {
  it('puts every counted response into one cell or outside, and loses none', () => {
    const structure = withPeople(emptyStructure([wola, gorno], USUAL_AGES), 50)
    const respondents = fc.array(
      fc.record({
        sex: fc.constantFrom('WOMAN', 'MAN', '-99', null),
        age: fc.constantFrom('18_24', '55_59', '60_64', '85_PLUS', '-99', null),
        localityId: fc.constantFrom('wola', 'gorno', 'elsewhere', null),
        mode: fc.constantFrom('CAWI' as const, 'PAPI' as const),
        count: fc.nat(40),
      }),
    )
    fc.assert(
      fc.property(respondents, fc.nat(500), (people, target) => {
        const { cells, outsideCount } = quotaBoard(structure, target, people)
        const achieved = cells.reduce((sum, cell) => sum + cell.achieved, 0)
        const targets = cells.reduce((sum, cell) => sum + cell.target, 0)
        return (
          achieved + outsideCount === people.reduce((sum, { count }) => sum + count, 0) && targets === target
        )
      }),
    )
  })

  it('counts the whole municipality where the structure has no places', () => {
    const structure = withPeople(emptyStructure([{ name: 'Cała gmina', localityIds: [] }], [18, 65]), 10)
    const { cells, outsideCount } = quotaBoard(structure, 8, [
      someone({ localityId: null, count: 3 }),
      someone({ age: '60_64', sex: 'WOMAN' }),
      someone({ sex: null }),
    ])

    expect(
      cells.map(({ sex, age, target, achieved, missing }) => [sex, age, target, achieved, missing]),
    ).toEqual([
      ['WOMAN', 18, 2, 1, 1],
      ['WOMAN', 65, 2, 0, 2],
      ['MAN', 18, 2, 0, 2],
      ['MAN', 65, 2, 3, 0],
    ])
    expect(outsideCount).toBe(1)
  })
})

describe('what to do next', () => {
  const structure = withPeople(emptyStructure([wola, gorno], [18, 35, 65]), 100)
  const stepsWith = (respondents: readonly RespondentCell[], target = 120) =>
    nextSteps(structure, quotaBoard(structure, target, respondents).cells, respondents)

  it('says in words who is missing and what is worth trying', () => {
    const all = structure.cells.map(({ place, sex, age }) =>
      someone({
        sex,
        age: age === 65 ? '65_69' : age === 35 ? '35_44' : '18_24',
        localityId: structure.places[place]?.localityIds[0] ?? null,
        mode: 'CAWI',
        count: sex === 'MAN' && age === 65 && place === 0 ? 0 : 10,
      }),
    )
    expect(
      stepsWith([...all, someone({ count: 2, mode: 'CAWI' })], 120).map(({ message }) => message),
    ).toEqual([
      'Wola Jachowa: brakuje 8 mężczyzn w wieku 65 lat lub więcej. ' +
        'Warto spróbować ankiety papierowej w parafii albo w przychodni, albo wizyty ankietera.',
    ])
  })

  it('speaks of the way that has worked for people of that sex and age', () => {
    const [step] = stepsWith([
      someone({ localityId: 'gorno', count: 10, mode: 'CAPI' }),
      someone({ localityId: 'gorno', count: 2, mode: 'CAWI' }),
    ]).filter(({ sex, age, place }) => sex === 'MAN' && age === 65 && place === 0)

    expect(step).toMatchObject({ mode: 'CAPI', missing: 10 })
    expect(step?.message).toMatch(/wizyty ankietera.* W tej grupie tak przyszło 10 z 12 ankiet/)
  })

  it('names first what misses most, and at most six', () => {
    const steps = stepsWith([someone({ count: 20 })])

    expect(steps).toHaveLength(6)
    expect(
      steps.every(({ missing }, index) => index === 0 || missing <= (steps[index - 1]?.missing ?? 0)),
    ).toBe(true)
  })

  it('declines people after a number', () => {
    expect([1, 2, 5, 12, 22].map((count) => missingPeople(count, 'WOMAN'))).toEqual([
      '1 kobiety',
      '2 kobiet',
      '5 kobiet',
      '12 kobiet',
      '22 kobiet',
    ])
    expect(missingPeople(1, 'MAN')).toBe('1 mężczyzny')
    expect(USUAL_AGES.map((from) => bandLabel(from, USUAL_AGES))).toEqual([
      '18–34 lata',
      '35–59 lat',
      '60–74 lata',
      '75 lat i więcej',
    ])
  })
})

describe('the size of a sample', () => {
  it.each([
    // design/statistics §4.1, computed in R: e = 5 %, deff 1, 1.3 and 1.5, then e = 7 % and 3 %.
    [3_000, [341, 429, 484, 185, 788]],
    [8_000, [367, 471, 538, 192, 942]],
    [20_000, [377, 488, 561, 195, 1014]],
    [60_000, [382, 496, 571, 196, 1049]],
  ])('of %i people', (population, expected) => {
    const size = (errorPoints: number, designEffect: number) =>
      plannedSampleSize({ population, errorPoints, designEffect })
    expect([size(5, 1), size(5, 1.3), size(5, 1.5), size(7, 1), size(3, 1)]).toEqual(expected)
  })
})

describe('a table of the population', () => {
  const localities = [
    { id: 'wola', name: 'Wola Jachowa', kind: 'SOLECTWO' },
    { id: 'gorno', name: 'Górno', kind: 'MIASTO' },
  ]
  const cellsOf = (structure: PopulationStructure) =>
    structure.cells.map(({ place, sex, age, people }) => [structure.places[place]?.name, sex, age, people])

  it('is read with women and men beside each other, finer bands put together, totals and children left out', () => {
    const structure = readStructureTable(
      [
        ['Wiek', 'Ogółem', 'Kobiety', 'Mężczyźni'],
        ['0–17', '900', '450', '450'],
        ['18-24 lata', '', '1 100', '1 150'],
        ['25–34', '', '900', '950'],
        ['35-59', '', '3000', '3100'],
        ['60-74', '', '1500', '1300'],
        ['75 i więcej', '', '800', '400'],
        ['Razem', '', '7750', '7350'],
      ],
      localities,
      'Cała gmina',
    )

    expect(cellsOf(structure)).toContainEqual(['Cała gmina', 'WOMAN', 75, 800])
    expect(structure.ages).toEqual([18, 25, 35, 60, 75])
    expect(cellsOf(structure)).toHaveLength(10)
  })

  it('is read line by line, with localities or with town and country', () => {
    const line = (place: string, sex: string, age: string, count: string) => [sex, age, place, count]
    const header = ['Płeć', 'Wiek', 'Miejscowość', 'Liczba']
    const places = (names: readonly [string, string]) =>
      readStructureTable(
        [header, line(names[0], 'kobiety', '18+', '10'), line(names[1], 'M', '18+', '7')],
        localities,
        'Cała gmina',
      ).places

    expect(places(['Wola Jachowa', 'Górno'])).toEqual([wola, gorno])
    expect(places(['miasto', 'wieś'])).toEqual([
      { name: 'miasto', localityIds: ['gorno'] },
      { name: 'wieś', localityIds: ['wola'] },
    ])
  })

  it('is refused with the row and the reason', () => {
    const read = (...rows: readonly (readonly string[])[]) => readStructureTable(rows, localities, 'Gmina')
    const header = ['Wiek', 'Kobiety', 'Mężczyźni']

    expect(() => read(['a', 'b'])).toThrow(/nazwy kolumn/)
    expect(() => read(header, ['dorośli', '1', '2'])).toThrow(/Wiersz 2: nie rozumiemy wieku/)
    expect(() => read(header, ['18+', 'dużo', '2'])).toThrow(/Wiersz 2: liczba osób/)
    expect(() => read(header, ['15-64', '1', '2'], ['65+', '1', '2'])).toThrow(/nie da się połączyć/)
    expect(() =>
      read(['Miejsce', ...header], ['Wola Jachowa', '18+', '1', '1'], ['Gdzieś', '18+', '1', '1']),
    ).toThrow(/Nie znamy miejscowości „Gdzieś”/)
  })

  it('that was typed is checked as well', () => {
    const typed = withPeople(emptyStructure([wola, gorno], USUAL_AGES), 3)
    const parse = (document: unknown) => parseStructure(document, ['wola', 'gorno'])

    expect(parse(JSON.parse(JSON.stringify(typed)))).toEqual(typed)
    expect(() => parse({ ...typed, ages: [18, 33] })).toThrow(/Grupy wieku/)
    expect(() => parse({ ...typed, places: [wola, { ...gorno, localityIds: ['wola'] }] })).toThrow(
      /innej części/,
    )
    expect(() => parse(withPeople(typed, 0))).toThrow(/pusta/)
    expect(() => parse(withPeople(typed, 1.5))).toThrow(/całkowita/)
    expect(() => parse(null)).toThrow()
  })
})
