import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { emptyStructure } from '../fieldwork/index.ts'
import { aMargin, aRecipe, columnsOfPeople, TOWN, VILLAGE } from '../testing/weighted-people.ts'
import { categoriesOf, marginsOfPopulation, parseRecipe, readFigure, readPasted, traitsOf } from './index.ts'

const TODAY = '2026-11-22'
const ages = [18, 35, 60]
const traits = traitsOf(columnsOfPeople([]))
const traitOf = (key: string) => traits.find((trait) => trait.key === key)!
const problemsOf = (document: unknown): readonly string[] => {
  try {
    parseRecipe(document, TODAY)
    return []
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return error.problems.map(({ message }) => message)
  }
}
const sexes = (people: Readonly<Record<string, unknown>>) => ({
  ...aMargin('dem_sex', {}, { name: 'płeć' }),
  categories: Object.entries(people).map(([code, count]) => ({
    label: code,
    members: [[code]],
    people: count,
  })),
})

describe('a typed recipe', () => {
  it('is read with numbers as people write them', () => {
    const recipe = parseRecipe(
      aRecipe([sexes({ WOMAN: '4 120', MAN: '3.980' }) as never], {
        bounds: { low: '0,3', high: '3' } as never,
      }),
      TODAY,
    )

    expect(recipe).toMatchObject({
      bounds: { low: 0.3, high: 3 },
      margins: [{ table: 'P2137', categories: [{ people: 4120 }, { people: 3980 }] }],
    })
  })

  const [margin] = aRecipe([aMargin('dem_sex', { WOMAN: 5, MAN: 5 }, { name: 'płeć' })]).margins
  it.each<{ name: string; document: unknown; says: string }>([
    {
      name: 'percent that add up to 130',
      document: aRecipe([aMargin('dem_sex', { WOMAN: 70, MAN: 60 }, { name: 'płeć', unit: 'PERCENT' })], {
        populationSize: 1000,
      }),
      says: 'Procenty w „płeć” dają razem 130%, a powinny 100%.',
    },
    {
      name: 'a number below 0',
      document: aRecipe([sexes({ WOMAN: '-5', MAN: '10' }) as never]),
      says: 'nie może być mniejsza od zera',
    },
    {
      name: 'words',
      document: aRecipe([sexes({ WOMAN: 'dużo', MAN: '10' }) as never]),
      says: '„WOMAN” (płeć): „dużo” to nie jest liczba.',
    },
    {
      name: 'an empty field',
      document: aRecipe([sexes({ WOMAN: '', MAN: '10' }) as never]),
      says: 'proszę wpisać liczbę',
    },
    {
      name: 'nobody at all',
      document: aRecipe([sexes({ WOMAN: '0', MAN: '0' }) as never]),
      says: 'nie ma ani jednej osoby',
    },
    {
      name: 'more people than a country has',
      document: aRecipe([sexes({ WOMAN: '99999999999', MAN: '1' }) as never]),
      says: 'za dużo jak na jedną gminę',
    },
    { name: 'no margin', document: aRecipe([]), says: 'od 1 do 6 cech' },
    { name: 'a margin twice', document: aRecipe([margin!, margin!]), says: 'wybrana dwa razy' },
    { name: 'no source', document: aRecipe([{ ...margin!, source: ' ' }]), says: 'skąd są liczby w „płeć”' },
    {
      name: 'a day to come',
      document: aRecipe([{ ...margin!, day: '2027-01-01' }]),
      says: 'na jaki dzień są liczby',
    },
    { name: 'one group', document: aRecipe([aMargin('dem_sex', { WOMAN: 5 })]), says: 'od 2 do 200 grup' },
    {
      name: 'an answer in two groups',
      document: aRecipe([{ ...margin!, categories: [...margin!.categories, margin!.categories[0]!] }]),
      says: 'należy w „płeć” do dwóch grup',
    },
    {
      name: 'percent of nobody',
      document: aRecipe([aMargin('dem_sex', { WOMAN: 52, MAN: 48 }, { unit: 'PERCENT' })]),
      says: 'ilu mieszkańców dotyczą procenty',
    },
    {
      name: 'bounds that leave out 1',
      document: aRecipe([margin!], { bounds: { low: 1.2, high: 3 } }),
      says: 'Dolna granica wag',
    },
    {
      name: 'cells of several margins',
      document: aRecipe([margin!, aMargin('dem_age', { a: 1, b: 1 })], { method: 'POST_STRATIFICATION' }),
      says: 'działa tylko z jedną cechą',
    },
    { name: 'no name', document: aRecipe([margin!], { name: '' }), says: 'Proszę nazwać wagi' },
    { name: 'nothing', document: null, says: 'Proszę nazwać wagi' },
    { name: 'a list', document: [1, { a: null }], says: 'Proszę nazwać wagi' },
  ])('is refused with $name', ({ document, says }) => {
    expect(problemsOf(document).join(' ')).toContain(says)
  })
})

describe('what a survey can be weighted by', () => {
  it('is questions with one answer, oneself first, and the place; never „nie wiem”', () => {
    expect(traits.map(({ key }) => key)).toEqual(['dem_sex', 'dem_age', 'dem_edu', '@LOCALITY', 'needs_help'])
    expect(traitOf('dem_edu').codes.map(({ code }) => code)).toEqual(['P', 'S', 'H'])
  })

  it('is crossed by name and by bands of age', () => {
    const categories = categoriesOf([traitOf('dem_sex'), traitOf('dem_age')], ages)

    expect(categories.map(({ label }) => label)).toEqual([
      'Kobiety, 18–34 lata',
      'Kobiety, 35–59 lat',
      'Kobiety, 60 lat i więcej',
      'Mężczyźni, 18–34 lata',
      'Mężczyźni, 35–59 lat',
      'Mężczyźni, 60 lat i więcej',
    ])
    expect(categories[1]?.members).toEqual([['WOMAN', '35_44']])
  })

  it('is filled beforehand from the population of the targets', () => {
    const places = [
      { name: 'miasto', localityIds: [TOWN] },
      { name: 'wieś', localityIds: [VILLAGE] },
    ]
    const structure = emptyStructure(places, ages)
    const cells = structure.cells.map((cell, at) => ({ ...cell, people: 100 + at }))

    const margins = marginsOfPopulation(
      { structure: { ...structure, cells }, source: 'GUS', day: '2025-12-31' },
      traits,
    )

    expect(margins.map(({ name, traits: keys }) => [name, keys])).toEqual([
      ['płeć i wiek', ['dem_sex', 'dem_age']],
      ['miejsce zamieszkania', ['@LOCALITY']],
    ])
    // Women under 35 of the town and of the village; everybody of the town.
    expect(margins[0]?.categories[0]?.people).toBe(100 + 106)
    expect(margins[1]?.categories).toEqual([
      { label: 'miasto', members: [[TOWN]], people: 615 },
      { label: 'wieś', members: [[VILLAGE]], people: 651 },
    ])
    expect(parseRecipe(aRecipe(margins), TODAY).margins).toEqual(margins)
  })
})

describe('a pasted table', () => {
  const labels = categoriesOf([traitOf('dem_sex'), traitOf('dem_age')], ages).map(({ label }) => label)
  const numbers = (text: string) => [...readPasted(text, labels).figures].sort(([a], [b]) => a - b)
  const all = [780, 1390, 1110, 820, 1380, 920].map((people, at) => [at, people])

  it.each([
    {
      name: 'a label and a number a line',
      text: labels.map((label, at) => `${label}\t${all[at]![1]}`).join('\n'),
    },
    { name: 'numbers alone', text: '780\n1 390\n1110\n820\n1380\n920' },
    {
      name: 'headings above and at the side, with totals',
      text: 'wiek\tkobiety\tmężczyźni\trazem\n18-34\t780\t820\t1600\n35-59\t1390\t1380\t2770\n60+\t1110\t920\t2030\nOgółem\t3280\t3120\t6400',
    },
    {
      name: 'finer bands of age in three columns',
      text: 'płeć\twiek\tliczba\nK\t18-24\t300\nK\t25-34\t480\nK\t35-59 lat\t1390\nK\t60-74\t700\nK\t75 lat i więcej\t410\nM\t18-34\t820\nM\t35-59\t1380\nM\t60 i więcej\t920',
    },
    {
      name: 'semicolons',
      text: 'Kobiety 18–34;780\nKobiety 35–59;1390\nKobiety 60+;1110\nMężczyźni 18–34;820\nMężczyźni 35–59;1380\nMężczyźni 60+;920',
    },
  ])('is read from $name', ({ text }) => {
    expect(numbers(text)).toEqual(all)
  })

  it('tells what it could not place', () => {
    const { figures, unknown } = readPasted('podstawowe\t47\nśrednie\t33\nwyższe i doktorat\t20', [
      'podstawowe',
      'średnie',
      'wyższe',
    ])

    expect([...figures]).toEqual([
      [0, 47],
      [1, 33],
    ])
    expect(unknown).toEqual(['wyższe i doktorat'])
  })

  it.each([
    ['12 345', 12_345],
    ['12.345', 12_345],
    ['12,5 %', 12.5],
    ['12.5', 12.5],
    ['−3', -3],
    ['', null],
    ['abc', null],
    ['1e9', null],
    ['12 osób', 12],
  ])('reads „%s” as %s', (text, number) => {
    expect(readFigure(text)).toBe(number)
  })
})
