import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formOf, type Answers, type Question } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, matrix, roster, single, yesNo } from '@rozeznanie/core/testing'
import { withAnswer } from './answer-changes.ts'
import { neighbour, pagesOf, type Page } from './pages.ts'

/** Questions that stand or fall with the answers before them, of every breadth. */
const question = (index: number): fc.Arbitrary<Question> => {
  const earlier = fc.option(fc.nat(Math.max(0, index - 1)), { nil: undefined })
  return fc
    .tuple(earlier, fc.constantFrom('yes', 'no'), fc.integer({ min: 1, max: 5 }))
    .map(([on, answer, kind]): Question => {
      const visibleIf = index > 0 && on !== undefined ? { visibleIf: `q${on} = '${answer}'` } : {}
      const rows = Array.from({ length: kind * 3 }, (_, row) => `r${row}`)
      if (kind === 4) return { ...matrix(`q${index}`, rows, ['1', '2']), ...visibleIf }
      if (kind === 5) return { ...roster(`q${index}`, [single('inner', ['1'])]), ...visibleIf }
      return { ...yesNo(kind === 3 ? `dem_${index}` : `q${index}`), ...visibleIf }
    })
}

const cases = fc.integer({ min: 1, max: 14 }).chain((count) =>
  fc.record({
    questions: fc.tuple(...Array.from({ length: count }, (_, index) => question(index))),
    sections: fc.integer({ min: 1, max: 4 }),
    said: fc.array(fc.constantFrom('yes', 'no', undefined), { minLength: count * 6, maxLength: count * 6 }),
    isCalm: fc.boolean(),
  }),
)

/** The screens that a person sees who answers as they please and always goes on. */
function walk({
  questions,
  sections,
  said,
  isCalm,
}: typeof cases extends fc.Arbitrary<infer Case> ? Case : never) {
  const size = Math.ceil(questions.length / sections)
  const parts = Array.from({ length: sections }, (_, part) => ({
    key: `s${part}`,
    title: `Część ${part}`,
    questions: questions.slice(part * size, (part + 1) * size),
  }))
  const survey = { questionnaire: { ...aQuestionnaire([]), sections: parts }, localities: [], isCalm }
  const seen: Page[] = []
  const turned: (readonly [before: number, after: number])[] = []
  let answers: Answers = {}
  let [page] = pagesOf(survey, answers)
  while (page) {
    const id: string = page.id
    seen.push(page)
    for (const { question: asked } of page.items) {
      const answer = said[seen.length % said.length]
      if (asked.type === 'SINGLE') answers = withAnswer(answers, asked.key, answer)
    }
    const pages = pagesOf(survey, answers, formOf(survey.questionnaire, answers))
    turned.push([page.progress, pages.find((each) => each.id === id)?.progress ?? page.progress])
    page = neighbour(pages, id, 1)
  }
  return { seen, turned }
}

describe('how far it is', () => {
  it('never goes back while a person goes on, whatever they answer, and never claims the end too early', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const { seen } = walk(drawn)
        seen.forEach((page, index) => {
          const before = seen[index - 1]
          expect(page.progress).toBeGreaterThan(before?.progress ?? -1)
          expect(page.sectionNumber).toBeGreaterThanOrEqual(before?.sectionNumber ?? 1)
          expect(page.sectionNumber).toBeLessThanOrEqual(page.sectionCount)
          expect(page.progress).toBeLessThan(1)
        })
      }),
      { numRuns: 100 },
    )
  })

  it('does not move under the hand: an answer changes nothing of the screen it is given on', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        for (const [before, after] of walk(drawn).turned) expect(after).toBe(before)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same question by question in the calm way, which only takes more screens', () => {
    const questionnaire = aQuestionnaire([
      yesNo('dem_1'),
      yesNo('dem_2'),
      matrix('m', ['a', 'b', 'c', 'd'], ['1']),
      yesNo('z'),
    ])
    const of = (isCalm: boolean) => pagesOf({ questionnaire, localities: [], isCalm }, {})

    expect(of(false).map(({ id, progress }) => [id, progress])).toEqual([
      ['dem_1', 0],
      ['m', 2 / 7],
      ['z', 6 / 7],
    ])
    expect(of(true).map(({ id, progress }) => [id, progress])).toEqual([
      ['dem_1', 0],
      ['dem_2', 1 / 7],
      ['m', 2 / 7],
      ['m-2', 4 / 7],
      ['z', 6 / 7],
    ])
  })
})
