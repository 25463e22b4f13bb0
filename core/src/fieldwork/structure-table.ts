import { type FieldProblem, InvalidInputError } from '../errors.ts'
import { AGE_BOUNDS, bandOf, lastYearOf, type Sex, USUAL_AGES } from './sexes-and-ages.ts'
import { cellKey, emptyStructure, type PopulationStructure, type StructurePlace } from './structure.ts'

const MOST_OWN_BANDS = 6
const URBAN: readonly string[] = ['MIASTO', 'OSIEDLE', 'DZIELNICA']

/** A locality of the municipality, as places of a table are matched with. */
export interface KnownLocality {
  readonly id: string
  readonly name: string
  readonly kind: string
}

/** One number of the table. */
interface Figure {
  readonly row: number
  readonly place: string
  readonly sex: Sex
  readonly from: number
  /** `null`: and older. */
  readonly to: number | null
  readonly people: number
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ')
const refuse = (message: string): never => {
  throw new InvalidInputError([{ path: 'file', message }])
}

const PLACE = /^(miejscowo|sołectw|solectw|część|czesc|miejsce|obszar|strefa)/
const AGE = /^(wiek|grupa wieku|grupy wieku)/
const SEX = /^(płeć|plec)/
const COUNT = /^(liczba|ludność|ludnosc|osoby|osób|mieszkań)/
const WOMEN = /^(kobiet|k$)/
const MEN = /^(mężczyzn|mezczyzn|męż|m$)/
const TOTAL = /^(razem|ogółem|ogolem|suma|łącznie)/

/** „18–34”, „18-34 lata”, „75 lat i więcej”, „75+”, „85 i starsi”. */
function readAge(text: string): { readonly from: number; readonly to: number | null } | null {
  const range = /^(\d{1,3})\s*[-–—]\s*(\d{1,3})(\s*(lat|lata))?$/.exec(plain(text))
  if (range) return { from: Number(range[1]), to: Number(range[2]) }
  const open = /^(\d{1,3})\s*(\+|lat\s*\+|(lat\s*)?(i|lub)\s*(więcej|wiecej|starsi|powyżej))/.exec(
    plain(text),
  )
  if (open) return { from: Number(open[1]), to: null }
  const single = /^(\d{1,3})(\s*(lat|lata|rok))?$/.exec(plain(text))
  return single ? { from: Number(single[1]), to: Number(single[1]) } : null
}

function readCount(text: string): number | null {
  const digits = text.replace(/[\s\u00a0]/g, '').replace(/[,.]0+$/, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

interface Columns {
  readonly place: number
  readonly age: number
  readonly sex: number
  readonly count: number
  readonly women: number
  readonly men: number
}

function columnsOf(header: readonly string[]): Columns {
  const at = (pattern: RegExp) => header.findIndex((name) => pattern.test(plain(name)))
  const columns = {
    place: at(PLACE),
    age: at(AGE),
    sex: at(SEX),
    count: at(COUNT),
    women: at(WOMEN),
    men: at(MEN),
  }
  const isLong = columns.sex >= 0 && columns.count >= 0
  const isWide = columns.women >= 0 && columns.men >= 0
  if (columns.age < 0 || (!isLong && !isWide)) {
    refuse(
      'W pierwszym wierszu potrzebne są nazwy kolumn: „wiek”, „kobiety” i „mężczyźni” albo „płeć”, „wiek” i „liczba”. Kolumna „miejscowość” jest dowolna.',
    )
  }
  return columns
}

/** The sexes that a row tells of, with the column of their count. */
function sexesOf(cells: readonly string[], columns: Columns): readonly (readonly [Sex, number])[] {
  if (columns.women >= 0 && columns.men >= 0) {
    return [
      ['WOMAN', columns.women],
      ['MAN', columns.men],
    ]
  }
  const sex = plain(cells[columns.sex] ?? '')
  if (WOMEN.test(sex)) return [['WOMAN', columns.count]]
  return MEN.test(sex) ? [['MAN', columns.count]] : []
}

/** @yields figures of the table; rows of totals are left out, because they count people again */
function* figuresOf(rows: readonly (readonly string[])[], problems: FieldProblem[]): Iterable<Figure> {
  const [header = [], ...lines] = rows
  const columns = columnsOf(header)
  for (const [index, cells] of lines.entries()) {
    const row = index + 2
    if (cells.every((cell) => cell.trim() === '') || cells.some((cell) => TOTAL.test(plain(cell)))) continue
    const age = readAge(cells[columns.age] ?? '')
    const sexes = sexesOf(cells, columns)
    if (!age || sexes.length === 0) {
      const what = age ? 'płci' : 'wieku'
      problems.push({
        path: 'file',
        message: `Wiersz ${row}: nie rozumiemy ${what}. Wiek zapisuje się tak: 18–34, 75+.`,
      })
      continue
    }
    if (age.to !== null && age.to < (AGE_BOUNDS[0] ?? 0)) continue
    for (const [sex, column] of sexes) {
      const people = readCount(cells[column] ?? '')
      if (people === null)
        problems.push({ path: 'file', message: `Wiersz ${row}: liczba osób musi być całkowita.` })
      else yield { row, place: (cells[columns.place] ?? '').trim(), sex, ...age, people }
    }
  }
}

const fits = ({ from, to }: Figure, ages: readonly number[]): boolean => {
  const band = bandOf(from, ages)
  if (band === null) return false
  const last = lastYearOf(band, ages)
  return last === null || (to !== null && to <= last)
}

/** The bands of the table where answers can be put into them, else the usual ones; `null` when neither fits. */
function bandsOf(figures: readonly Figure[]): readonly number[] | null {
  const own = [...new Set(figures.map(({ from }) => from))].sort((one, other) => one - other)
  const isOwn = own.length <= MOST_OWN_BANDS && own.every((from) => AGE_BOUNDS.includes(from))
  if (isOwn && own[0] === AGE_BOUNDS[0] && figures.every((figure) => fits(figure, own))) return own
  return figures.every((figure) => fits(figure, USUAL_AGES)) ? USUAL_AGES : null
}

function placesOf(
  figures: readonly Figure[],
  localities: readonly KnownLocality[],
  wholeName: string,
  problems: FieldProblem[],
): readonly StructurePlace[] {
  const names = [...new Set(figures.map(({ place }) => place))]
  if (names.length === 1)
    return [{ name: names[0] === '' ? wholeName : (names[0] ?? wholeName), localityIds: [] }]
  const isUrban = ({ kind }: KnownLocality) => URBAN.includes(kind)
  return names.map((name) => {
    const word = plain(name)
    const found = localities.filter((locality) => {
      if (word === 'miasto') return isUrban(locality)
      if (word === 'wieś' || word === 'wieś razem') return !isUrban(locality)
      return plain(locality.name) === word
    })
    if (found.length === 0) {
      const message = `Nie znamy miejscowości „${name}”. Można podać miejscowości z listy gminy albo słowa „miasto” i „wieś”.`
      problems.push({ path: 'file', message })
    }
    return { name, localityIds: found.map(({ id }) => id) }
  })
}

/**
 * Reads the structure of a population from a table, the first row of which names the columns: either „wiek”, „kobiety”,
 * „mężczyźni” or „płeć”, „wiek”, „liczba”, each with a place or without. Rows of totals and of children are left out; finer
 * bands of age are put together.
 *
 * @param wholeName - of the municipality, where the table has no places
 * @throws InvalidInputError with a sentence for everything that cannot be read
 */
export function readStructureTable(
  rows: readonly (readonly string[])[],
  localities: readonly KnownLocality[],
  wholeName: string,
): PopulationStructure {
  const problems: FieldProblem[] = []
  const figures = [...figuresOf(rows, problems)]
  if (problems.length === 0 && figures.length === 0) refuse('W tabeli nie ma żadnych liczb.')
  const ages = bandsOf(figures)
  if (ages === null && problems.length === 0) {
    refuse(`Grup wieku nie da się połączyć. Powinny zaczynać się od: ${USUAL_AGES.join(', ')} lat.`)
  }
  const places = placesOf(figures, localities, wholeName, problems)
  if (problems.length > 0 || ages === null) throw new InvalidInputError(problems.slice(0, 10))
  const people = new Map<string, number>()
  for (const figure of figures) {
    const place = places.length === 1 ? 0 : places.findIndex(({ name }) => name === figure.place)
    const key = cellKey({ place, sex: figure.sex, age: bandOf(figure.from, ages) ?? 0 })
    people.set(key, (people.get(key) ?? 0) + figure.people)
  }
  const structure = emptyStructure(places, ages)
  return {
    ...structure,
    cells: structure.cells.map((cell) => ({ ...cell, people: people.get(cellKey(cell)) ?? 0 })),
  }
}
