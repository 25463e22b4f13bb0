import { createDesign, type DesignColumns, type SampleDesign } from './sample-design.ts'

/** A made-up survey of 36 people for tests: three strata, villages numbered anew in each, three missing answers. */

const repeated = (values: readonly number[], count: number) =>
  Array.from({ length: count }, (_, at) => values[at % values.length]!)

const strata = [
  ...new Array<string>(10).fill('Dolna'),
  ...new Array<string>(12).fill('Górna'),
  ...new Array<string>(14).fill('Rynek'),
]
const villages = [...repeated([1, 2, 3], 10), ...repeated([1, 2, 3], 12), ...repeated([1, 2, 3, 4], 14)]
const weights = [
  21, 13, 19, 20, 12, 16, 17, 16, 17, 18, 24, 22, 26, 21, 20, 27, 26, 25, 22, 22, 21, 21, 33, 40, 40, 32, 39,
  38, 37, 38, 38, 39, 37, 34, 31, 35,
]

const digits = (text: string) =>
  Float64Array.from(text, (digit) => (digit === '-' ? Number.NaN : Number(digit)))
const codes = (text: string) => Int32Array.from(text, Number)

/** Answers of the 36 people, in the order of the design. */
export const ANSWERS = {
  /** 1 to 5, with missing ones. */
  need: digits('4254-14521143455-343334334343-411124'),
  /** People in the household. */
  household: digits('336551165126132234554545621311442423'),
  /** 0 woman, 1 man. */
  sex: codes('001001011101001000100011001101100100'),
  /** Three bands. */
  age: codes('100120021010100200011202121202000100'),
  /** Any three-way question. */
  club: codes('220002222102111210000102100100210022'),
}

const byStratum = (values: Readonly<Record<string, number>>) => strata.map((name) => values[name]!)

/** The columns of the sample: strata and villages. */
export const SMALL_COLUMNS: DesignColumns = { weights, strata, psus: villages }

/** With the villages of each stratum known. */
export const WITH_POPULATION: DesignColumns = {
  ...SMALL_COLUMNS,
  psuPopulation: byStratum({ Dolna: 8, Górna: 15, Rynek: 30 }),
}

const PEOPLE: Readonly<Record<string, readonly number[]>> = {
  Dolna: [9, 9, 11],
  Górna: [10, 12, 10],
  Rynek: [9, 14, 11, 15],
}

/** With the people of each village known, too: two stages. */
export const TWO_STAGES: DesignColumns = {
  ...WITH_POPULATION,
  ssuPopulation: strata.map((name, row) => PEOPLE[name]![villages[row]! - 1]!),
}

/** The first stratum drawn with a single village. */
export const ONE_VILLAGE: DesignColumns = {
  ...SMALL_COLUMNS,
  psus: villages.map((village, row) => (strata[row] === 'Dolna' ? 1 : village)),
}

/** The sample as it stands. */
export const smallDesign = (): SampleDesign => createDesign(SMALL_COLUMNS)
