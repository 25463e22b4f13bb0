import { ArgumentRefusedError } from '@rozeznanie/core/statistics/design'
import type { CaseFile, CaseTask } from './case.ts'

type Check = (value: unknown) => boolean

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText: Check = (value) => typeof value === 'string' && value !== ''
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const listWith =
  (check: Check, least = 1): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(check)
const oneOrMore =
  (check: Check): Check =>
  (value) =>
    check(value) || listWith(check)(value)
const recordWith =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.keys(value).length > 0 && Object.values(value).every(check)
const isShare: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1

/** What a field of the task must look like, and how that is said. */
const FIELDS: Readonly<Record<string, readonly [Check, string]>> = {
  level: [(value) => typeof value === 'number' && value > 0 && value < 1, 'liczbą między 0 a 1'],
  deff: [(value) => ['wor', 'replace', true, false].includes(value as string), '„wor” albo „replace”'],
  variables: [oneOrMore(isText), 'nazwą kolumny lub listą nazw'],
  totals: [oneOrMore(isText), 'nazwą kolumny lub listą nazw'],
  proportions: [oneOrMore(isText), 'nazwą kolumny lub listą nazw'],
  by: [
    (value) => oneOrMore(isText)(value) || (isRecord(value) && oneOrMore(isText)(value.by)),
    'nazwą kolumny, listą nazw lub obiektem { variable, by }',
  ],
  subset: [isText, 'warunkiem, na przykład "sex==\'K\'"'],
  domain: [isText, 'warunkiem, na przykład "sex==\'K\'"'],
  quantiles: [oneOrMore(isShare), 'liczbą od 0 do 1 lub listą takich liczb'],
  group: [isText, 'nazwą kolumny'],
  groups: [listWith(isText, 2), 'listą dwóch kategorii'],
  numerator: [isText, 'nazwą kolumny'],
  denominator: [isText, 'nazwą kolumny'],
  tables: [recordWith(listWith(listWith(isNumber))), 'obiektem tabel, a tabela listą wierszy z liczbami'],
  cells: [oneOrMore(isText), 'nazwą kolumny lub listą nazw'],
  population: [recordWith(isNumber), 'obiektem: kategoria i jej liczebność'],
  margins: [recordWith(recordWith(isNumber)), 'obiektem: kolumna, a w niej kategorie i ich liczebności'],
  knownTotals: [recordWith(isNumber), 'obiektem: kolumna i jej suma'],
  bounds: [
    (value) => listWith(isNumber, 2)(value) || recordWith(isNumber)(value),
    'listą dwóch liczb lub obiektem { low, high }',
  ],
  tol: [isNumber, 'liczbą'],
  rows: [isText, 'nazwą kolumny lub warunkiem'],
  cols: [isText, 'nazwą kolumny lub warunkiem'],
  multi: [listWith(isText), 'listą nazw kolumn'],
  nps: [isText, 'nazwą kolumny'],
  gap: [listWith(isText, 2), 'listą dwóch kolumn: potrzeba i dostępność'],
  scale: [listWith(isNumber, 2), 'listą dwóch liczb'],
  items: [listWith(isText), 'listą nazw kolumn'],
  p: [listWith(isShare, 0), 'listą liczb od 0 do 1'],
  pairs: [listWith(listWith(isNumber, 2)), 'listą par: ile osób z cechą, ile zapytanych'],
  difference: [listWith(isNumber, 4), 'listą czterech liczb'],
  sampleSize: [
    (value) => isRecord(value) && oneOrMore(isNumber)(value.N) && isNumber(value.e),
    'obiektem z polami N (liczba lub lista) i e',
  ],
}

/** Fields a method cannot do without; of a list any one will do. */
const NEEDED: Readonly<Record<string, readonly (keyof CaseTask | readonly (keyof CaseTask)[])[]>> = {
  mean: [['variables', 'totals', 'proportions']],
  total: [['variables', 'totals', 'proportions']],
  proportion: [['variables', 'totals', 'proportions']],
  domain: [['variables', 'totals', 'proportions']],
  quantile: ['variables'],
  ratio: ['numerator', 'denominator'],
  difference: ['variables', ['group', 'by']],
  t_test: ['variables', ['group', 'by']],
  post_stratify: ['cells', 'population'],
  rake: ['margins'],
  calibrate: ['margins'],
  trim: ['bounds'],
  crosstab: ['rows', 'cols'],
  multi_select: ['multi'],
  nps: ['nps'],
  needs: ['gap'],
  cronbach_alpha: ['items'],
  chi_square_plain: ['tables'],
  p_adjust: ['p'],
  binomial_ci: [['pairs', 'difference']],
  sample_size: ['sampleSize'],
}

/** The methods of a task, in its order. */
export const methodsOf = ({ method }: CaseTask) => method.split('+').map((name) => name.trim())

function fieldProblems(task: CaseTask): string[] {
  return Object.entries(FIELDS).flatMap(([name, [check, shape]]) => {
    const value = (task as unknown as Record<string, unknown>)[name]
    return value === undefined || value === null || check(value) ? [] : [`task.${name} musi być ${shape}.`]
  })
}

function neededProblems(task: CaseTask): string[] {
  return methodsOf(task).flatMap((method) =>
    (NEEDED[method] ?? []).flatMap((needed) => {
      const names = typeof needed === 'string' ? [needed] : (needed as readonly (keyof CaseTask)[])
      return names.some((name) => task[name] !== undefined && task[name] !== null)
        ? []
        : [`metoda „${method}” wymaga pola ${names.map((name) => `task.${name}`).join(' lub ')}.`]
    }),
  )
}

/**
 * Looks at the shape of a case before anything is computed.
 *
 * @param known - methods that can be computed
 * @throws ArgumentRefusedError in Polish that names every field that is missing or has another shape
 */
export function checkCase(value: unknown, known: readonly string[]): CaseFile {
  const file = value as CaseFile
  if (!isRecord(value) || !isRecord(value.task))
    throw new ArgumentRefusedError('przypadek musi być obiektem z polem task.')
  if (!isText(value.task.method)) throw new ArgumentRefusedError('task.method musi być nazwą metody.')
  const unknown = methodsOf(file.task).filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new ArgumentRefusedError(
      `metoda „${unknown.join(', ')}” nie jest znana. Znane metody: ${known.join(', ')}.`,
    )
  const shape = [
    ...(value.data === null || value.data === undefined || isText(value.data)
      ? []
      : ['data musi być nazwą pliku albo null.']),
    ...(value.design === null || value.design === undefined || isRecord(value.design)
      ? []
      : ['design musi być obiektem albo null.']),
  ]
  const problems = [...shape, ...fieldProblems(file.task), ...neededProblems(file.task)]
  if (problems.length > 0) throw new ArgumentRefusedError(problems.join(' '))
  return file
}
