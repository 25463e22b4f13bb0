import type { CountedTable } from './table-counts.ts'
import type { AnalysisTable, Figure } from './table.ts'

const MULTIPLE = 'Odsetki osób nie sumują się do 100%, bo można było wskazać kilka odpowiedzi.'
const OVERLAPPING = 'Ta sama osoba może należeć do kilku grup w kolumnach.'
const WITHOUT_DONT_KNOW = 'Średnia nie obejmuje odpowiedzi „nie wiem”.'
const TOO_FEW =
  'Gdzie odpowiedziało za mało osób albo wynik byłby zbyt niepewny, stoi „za mało odpowiedzi” zamiast liczby.'
const CAREFUL = 'Wyniki oznaczone literą C są mniej pewne i trzeba je czytać ostrożnie.'
const MARKED =
  'Strzałką oznaczono miejsca, w których grupa odbiega od pozostałych bardziej, niż tłumaczyłby to przypadek (z poprawką na liczbę porównań).'
const FIXED = 'Przy obliczaniu przedziałów wagi potraktowano jako stałe.'
const FINITE =
  'Przedziały uwzględniają to, jak dużą część badanej populacji stanowią osoby, które odpowiedziały.'

function figuresOf({ cells }: AnalysisTable): Figure[] {
  return cells.flatMap((line) => line.flatMap(({ ofColumn }) => ofColumn ?? []))
}

/** How to read a table: what its percentages are of, what is missing and why. */
export function tableNotes(table: AnalysisTable, { sample, request }: CountedTable): readonly string[] {
  const figures = figuresOf(table)
  const isMarked =
    table.cells.some((line) => line.some(({ mark }) => mark !== null)) ||
    (table.means ?? []).some(({ mark }) => mark !== null)
  const told: readonly (readonly [boolean, string])[] = [
    [table.isRowMultiple, MULTIPLE],
    [table.isColumnMultiple, OVERLAPPING],
    [table.means !== null && (table.base.dontKnow ?? 0) > 0, WITHOUT_DONT_KNOW],
    [figures.some(({ reliability }) => reliability === 'D'), TOO_FEW],
    [figures.some(({ reliability }) => reliability === 'C'), CAREFUL],
    [isMarked, MARKED],
    [sample.unseen < 1, FINITE],
    [sample.isWeighted && sample.profiles.margins === null, FIXED],
  ]
  return [...told.flatMap(([holds, note]) => (holds ? [note] : [])), ...(request.weights?.notes ?? [])]
}
