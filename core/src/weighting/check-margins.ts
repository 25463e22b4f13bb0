import { neighbourOf } from './categories.ts'
import type { ProposedMerge, WeightProblem, WeightProblemKind, WeightRecipe } from './model.ts'
import { populationOf, type MetMargin } from './prepare.ts'
import { answersWords, countWords, peopleWords, percentWords } from './words.ts'

/** Below either of these a category is thin: answers, and share of the sample. */
export const THIN_COUNT = 20
const THIN_SHARE = 0.05
/** Above this share of people without an answer the trait says little. */
const MUCH_MISSING = 0.2
const FEW_ANSWERS = 100
/** Totals of two margins further apart than this share are hardly those of the same people. */
const OTHER_PEOPLE = 0.1
const SAME_TOTAL = 1e-9

interface Said {
  readonly kind: WeightProblemKind
  readonly isBlocking: boolean
  readonly message: string
  readonly merge?: ProposedMerge | null
}

function proposal({ margin, counts, isOrdered }: MetMargin, at: number) {
  const merge = neighbourOf(margin, at, counts, isOrdered)
  const other = merge && margin.categories[merge.into]?.label
  return { merge, words: other ? ` Proponujemy połączyć ją z grupą „${other}”.` : '' }
}

function* categoryProblems(met: MetMargin, responseCount: number, needsCells: boolean): Iterable<Said> {
  const { margin, counts, targets } = met
  for (const [at, { label, people }] of margin.categories.entries()) {
    const count = counts[at]!
    const place = `„${label}” (${margin.name})`
    const { merge, words } = proposal(met, at)
    if (people > 0 && count === 0) {
      const message = `Nikt nie odpowiedział z grupy ${place}, a mieszka tam ${peopleWords(targets[at]!)}.${words}`
      yield { kind: 'EMPTY', isBlocking: true, message, merge }
    } else if (people === 0 && count > 0) {
      const message = `Z grupy ${place} przyszło ${answersWords(count)}, a według danych nikt tam nie mieszka. Proszę sprawdzić liczby.${words}`
      yield { kind: 'NOBODY_LIVES', isBlocking: true, message, merge }
    } else if (margin.unit === 'PEOPLE' && count > people) {
      const message = `Z grupy ${place} przyszło więcej odpowiedzi (${countWords(count)}), niż mieszka w niej ludzi (${countWords(people)}). Proszę sprawdzić liczby.`
      yield { kind: 'MORE_ANSWERS_THAN_PEOPLE', isBlocking: true, message }
    } else if (count > 0 && (count < THIN_COUNT || count < THIN_SHARE * responseCount)) {
      const isBlocking = needsCells && count < THIN_COUNT
      const reason = `Grupa ${place} ma mało odpowiedzi: ${countWords(count)}, czyli ${percentWords((100 * count) / responseCount)} wszystkich.`
      yield { kind: 'THIN', isBlocking, message: `${reason}${words}`, merge }
    }
  }
}

function* marginProblems(met: MetMargin, responseCount: number, needsCells: boolean): Iterable<Said> {
  const { margin, missingCount } = met
  if (missingCount === responseCount) {
    const message = `Nikt nie należy do żadnej z grup cechy „${margin.name}”. Proszę ją usunąć albo wybrać jeszcze raz.`
    yield { kind: 'NOBODY_ANSWERED', isBlocking: true, message }
    return
  }
  yield* categoryProblems(met, responseCount, needsCells)
  if (missingCount === 0) return
  const share = missingCount / responseCount
  const much = share > MUCH_MISSING ? ' To dużo: ta cecha mało poprawi wyniki.' : ''
  const message = `„${margin.name}”: bez odpowiedzi albo spoza podanych grup jest ${percentWords(100 * share)} osób (${countWords(missingCount)}). Tworzą one osobną grupę, o takim udziale jak w ankiecie.${much}`
  yield { kind: 'MISSING_ANSWERS', isBlocking: false, message }
}

function totalsProblem(met: MetMargin, size: number): Said | null {
  const { unit, name, categories } = met.margin
  const total = categories.reduce((sum, { people }) => sum + people, 0)
  const whole = unit === 'PERCENT' ? 100 : size
  const gap = Math.abs(total - whole) / whole
  if (gap <= SAME_TOTAL) return null
  const numbers =
    unit === 'PERCENT'
      ? `Procenty w „${name}” dają razem ${String(Math.round(total * 10) / 10).replace('.', ',')}%`
      : `Liczby w „${name}” dają razem ${countWords(total)}, a ludność to ${countWords(size)}`
  const far =
    unit === 'PEOPLE' && gap > OTHER_PEOPLE
      ? ' Różnica jest duża: proszę sprawdzić, czy obie tabele mówią o tych samych osobach, na przykład bez dzieci.'
      : ''
  const message = `${numbers}; przeliczyliśmy je proporcjonalnie.${far}`
  return { kind: 'TOTALS_DIFFER', isBlocking: false, message }
}

function* wholeProblems(recipe: WeightRecipe, responseCount: number, size: number): Iterable<Said> {
  if (responseCount === 0) {
    const message = 'Nie ma jeszcze ani jednej odpowiedzi, więc nie ma czego ważyć.'
    yield { kind: 'NO_ANSWERS', isBlocking: true, message }
  } else if (size < responseCount) {
    const message = `Ludności jest mniej (${countWords(size)}) niż odpowiedzi (${countWords(responseCount)}). Proszę sprawdzić, czy to liczby osób, a nie procenty.`
    yield { kind: 'MORE_ANSWERS_THAN_PEOPLE', isBlocking: true, message }
  } else if (responseCount < FEW_ANSWERS) {
    const message = `Odpowiedzi jest mało (${countWords(responseCount)}). Wagi mają sens przy co najmniej ${FEW_ANSWERS}; wyniki proszę podawać bardzo ostrożnie.`
    yield { kind: 'FEW_ANSWERS', isBlocking: false, message }
  }
  const years = [...new Set(recipe.margins.map(({ day }) => day.slice(0, 4)))]
  if (years.length > 1) {
    const each = recipe.margins.map(({ name, day }) => `„${name}” z roku ${day.slice(0, 4)}`)
    const message = `Dane są z różnych lat: ${each.join(', ')}. Można ich użyć razem, jeśli ludność niewiele się w tym czasie zmieniła.`
    yield { kind: 'YEARS_DIFFER', isBlocking: false, message }
  }
}

const problemOf = (
  { kind, isBlocking, message, merge = null }: Said,
  margin: number | null,
): WeightProblem => ({
  ...{ kind, isBlocking, message, margin, merge, bounds: null },
})

/** Everything that is to be said of margins before weights are made; what blocks comes first. */
export function marginProblemsOf(
  recipe: WeightRecipe,
  met: readonly (MetMargin | null)[],
  responseCount: number,
): readonly WeightProblem[] {
  const size = populationOf(recipe)
  const needsCells = recipe.method === 'POST_STRATIFICATION'
  const whole = [...wholeProblems(recipe, responseCount, size)].map((said) => problemOf(said, null))
  const each = met.flatMap((one, at) => {
    if (one === null) {
      const message = `Ta ankieta nie ma pytania o „${recipe.margins[at]!.name}”. Proszę usunąć tę cechę.`
      return [problemOf({ kind: 'UNKNOWN_TRAIT', isBlocking: true, message }, at)]
    }
    if (responseCount === 0) return []
    const totals = totalsProblem(one, size)
    return [...(totals ? [totals] : []), ...marginProblems(one, responseCount, needsCells)].map((said) =>
      problemOf(said, at),
    )
  })
  const all = [...whole, ...each]
  return [...all.filter(({ isBlocking }) => isBlocking), ...all.filter(({ isBlocking }) => !isBlocking)]
}
