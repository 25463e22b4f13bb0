import { describe, expect, it } from 'vitest'
import type { CaseFile } from './case.ts'
import { readCsv } from './csv.ts'
import { conditionOf, numericOf } from './expressions.ts'
import { frameOf } from './frame.ts'
import { runCase } from './run-case.ts'

const FRAME = frameOf(
  readCsv(
    [
      'place,sex,need,"supply, so far",weight',
      'miasto,K,5,1,2',
      'wieś,M,2,,1',
      'miasto,M,,3,1',
      '"wieś ""stara""",K,4,2,3',
      '',
    ].join('\r\n'),
  ),
)

/** A case as somebody might have written it. */
const caseOf = (task: unknown, rest: Readonly<Record<string, unknown>> = {}) =>
  ({
    id: 'X',
    data: 'x.csv',
    design: { weight: 'weight' },
    task,
    ...rest,
  }) as CaseFile
const run = (task: unknown, rest?: Readonly<Record<string, unknown>>) =>
  runCase(caseOf(task, rest), { frame: FRAME, fileWeights: null })

describe('a data file', () => {
  it('may have quotes, commas in names, both line ends and a mark of its encoding', () => {
    expect(FRAME.rowCount).toBe(4)
    expect(FRAME.labels('place')[3]).toBe('wieś "stara"')
    expect([...FRAME.numbers('supply, so far')]).toEqual([1, Number.NaN, 3, 2])
    expect(readCsv('\uFEFFa,b\n1,2\n3,4').header).toEqual(['a', 'b'])
    expect(readCsv('a,b\n1,2\n3\n4,5').rowCount).toBe(2)
  })
})

describe('a condition', () => {
  it.each([
    { text: 'need >= 4', is: [1, 0, Number.NaN, 1] },
    { text: 'sex=="K" & need>4', is: [1, 0, 0, 0] },
    { text: "sex=='M' | need>4", is: [1, 1, 1, 0] },
    { text: 'need > 4 | sex == K', is: [1, 0, Number.NaN, 1] },
    { text: "!(place %in% c('miasto', 'inne'))", is: [0, 1, 0, 1] },
    { text: 'is.na(need)', is: [0, 0, 1, 0] },
    { text: '!is.na(need) & (need - 1) * 2 == 6', is: [0, 0, 0, 1] },
    { text: 'place != miasto', is: [0, 1, 0, 1] },
    { text: '-need / 2 + 1 < -1', is: [1, 0, Number.NaN, 0] },
  ])('$text is read', ({ text, is }) => {
    expect([...conditionOf(FRAME, text)]).toEqual(is)
  })

  it('that cannot be read is refused, with the place', () => {
    expect(() => conditionOf(FRAME, 'need >> 3')).toThrow('„need >> 3” jest niezrozumiałe od miejsca „>”')
    expect(() => conditionOf(FRAME, 'need >')).toThrow('urywa się')
    expect(() => conditionOf(FRAME, 'need § 3')).toThrow('od miejsca „§ 3”')
    expect(() => conditionOf(FRAME, '(need > 3')).toThrow('„(need > 3” jest niezrozumiałe (urywa się)')
    expect(() => conditionOf(FRAME, 'nedd > 3')).toThrow('nie ma kolumny „nedd”. Kolumny danych: place, sex')
    expect(() => numericOf(FRAME, 'sex')).toThrow('w wierszu 1 wartość „K”, która nie jest liczbą')
  })
})

describe('a case', () => {
  it.each([
    { task: null, says: 'obiektem z polem task' },
    { task: {}, says: 'task.method musi być' },
    { task: { method: 'mena' }, says: 'metoda „mena” nie jest znana. Znane metody: chi_square_plain' },
    { task: { method: 'mean' }, says: 'wymaga pola task.variables lub task.totals' },
    { task: { method: 'rake', margins: { sex: [1, 2] } }, says: 'task.margins musi być obiektem' },
    { task: { method: 'mean', variables: 'need', level: 95 }, says: 'task.level musi być liczbą między' },
    { task: { method: 'binomial_ci', pairs: [5] }, says: 'task.pairs musi być listą par' },
    { task: { method: 'binomial_ci', pairs: [[5, 3]] }, says: 'osób z cechą (5)' },
    { task: { method: 'p_adjust', p: [0.1, 1.2] }, says: 'task.p musi być listą liczb od 0 do 1' },
    { task: { method: 'ratio+nps', numerator: 'need' }, says: 'pola task.denominator. metoda „nps” wymaga' },
  ])('with $task is refused: $says', ({ task, says }) => {
    expect(() => run(task)).toThrow(says)
  })

  it('without data is refused where its method needs them', () => {
    expect(() => runCase(caseOf({ method: 'kish' }, { data: null }), null)).toThrow('wymaga pliku danych')
    expect(() => run({ method: 'kish' }, { design: 'srs' })).toThrow('design musi być obiektem albo null')
  })

  it('may have several methods; their results stand side by side', () => {
    const results = run({ method: 'mean + kish+p_adjust', variables: 'need', p: [0.01, 0.04] })

    expect(results).toMatchObject({
      mean: { estimate: 4, n: 3 },
      kish: { n: 4, sumW: 7 },
      holm: [0.02, 0.04],
    })
  })

  it('may have groups of several columns, the first changing fastest, without those nobody is in', () => {
    const { by } = run({ method: 'mean', variables: 'weight', by: ['sex', 'place'] }) as {
      by: { sex: string; place: string; mean: number }[]
    }

    expect(by.map(({ sex, place, mean }) => [sex, place, mean])).toEqual([
      ['K', 'miasto', 2],
      ['M', 'miasto', 1],
      ['M', 'wieś', 1],
      ['K', 'wieś "stara"', 3],
    ])
  })
})
