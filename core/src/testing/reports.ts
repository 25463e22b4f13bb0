import { appendResponse, buildColumns, crosstab, surveyResults } from '../analysis/index.ts'
import { LPDI_TEMPLATE } from '../diagnosis/index.ts'
import { questionnaireLibrary } from '../questionnaire/library/index.ts'
import {
  allQuestions,
  optionsOf,
  rowsOf,
  type Answer,
  type Question,
  type Questionnaire,
} from '../questionnaire/index.ts'
import { buildReport, type Report, type ReportInput } from '../report/index.ts'

/** Random numbers that are the same each time: a linear congruential generator (Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const PLACES = ['Borków', 'Brzechów', 'Cisów', 'Daleszyce', 'Kranów', 'Marzysz', 'Mójcza', 'Słopiec', 'Suków']
const LOCALITIES = PLACES.map((name, index) => ({ id: `place-${index}`, name }))
/** Weights of the levels of need; few people use a service. */
const NEED_WEIGHTS = [10, 3, 1.2, 0.35, 0.5, 1.5]

class Drawer {
  private readonly random: () => number
  constructor(
    private readonly questionnaire: Questionnaire,
    seed: number,
  ) {
    this.random = seeded(seed)
  }

  pick<Item>(items: readonly Item[], weight: (index: number) => number): Item | undefined {
    let rest = this.random() * items.reduce((sum, _, index) => sum + weight(index), 0)
    return items.find((_, index) => (rest -= weight(index)) <= 0) ?? items.at(-1)
  }

  private several(codes: readonly string[], count: number): readonly string[] {
    const drawn = Array.from({ length: count }, () =>
      this.pick(codes, (index) => 1 / (1 + ((index * 5) % 11))),
    )
    return [...new Set(drawn.flatMap((code) => code ?? []))]
  }

  /** `undefined`: left without an answer. */
  answer(question: Question): Answer | undefined {
    if (this.random() < 0.04) return undefined
    const codes = optionsOf(this.questionnaire, question).map(({ code }) => code)
    switch (question.type) {
      case 'LOCALITY':
        return this.pick(LOCALITIES, (index) => 1 / (index + 1))?.id
      case 'SINGLE':
      case 'SCALE_1_5':
        return this.pick(codes, (index) => 1 + ((index * 7 + question.key.length) % 5))
      case 'MULTI':
        return this.several(codes, 2)
      case 'RANK':
        return this.several(codes, question.top)
      case 'MATRIX_SINGLE':
        return Object.fromEntries(
          rowsOf(this.questionnaire, question).map(({ key }, row) => {
            const weight = (index: number) =>
              question.key === 'serv_need' ? (NEED_WEIGHTS[index] ?? 1) : 1 + ((index * 3 + row) % 4)
            return [key, this.pick(codes, weight) ?? '']
          }),
        )
      default:
        return undefined
    }
  }
}

/** What a report of so many made-up residents is made from; the same each time. */
export function aReportInput(responseCount: number, change: Partial<ReportInput> = {}): ReportInput {
  const questionnaire = questionnaireLibrary.find(({ key }) => key === 'RES')
  if (questionnaire === undefined) throw new Error('The library has no RES')
  const columns = buildColumns(questionnaire, LOCALITIES)
  const drawer = new Drawer(questionnaire, 42)
  for (let index = 0; index < responseCount; index += 1) {
    const drawn = allQuestions(questionnaire).map(
      (question) => [question.key, drawer.answer(question)] as const,
    )
    const answers = Object.fromEntries(
      drawn.flatMap(([key, answer]) => (answer === undefined ? [] : [[key, answer]])),
    )
    const mode = drawer.pick(['CAWI', 'CAPI', 'PAPI'] as const, (place) => [60, 30, 1][place] ?? 1) ?? 'CAWI'
    appendResponse(columns, { mode, localityId: null, answers })
  }
  const byAge = crosstab(columns, 'serv_barrier', 'dem_age')
  return {
    template: LPDI_TEMPLATE,
    questionnaire,
    ...surveyResults(columns, []),
    crosstabs: byAge === null ? [] : [byAge],
    releasedAnswers: [{ questionKey: 'open_idea', text: 'Autobus do Kielc także wieczorem.' }],
    asOf: '2026-11-22T13:05:00.000Z',
    survey: {
      title: 'Potrzeby mieszkańców 2026',
      organisationName: 'Centrum Usług Społecznych w Daleszycach',
      municipalityName: 'Daleszyce',
      municipalityCode: '260403',
      sampleType: 'OPEN_LINK',
      opensOn: '2026-10-01',
      closesOn: '2026-11-15',
      isFinished: true,
      isDemo: true,
    },
    ...change,
  }
}

/** A whole report of so many made-up residents. */
export function aReport(responseCount = 320, change: Partial<ReportInput> = {}): Report {
  return buildReport(aReportInput(responseCount, change))
}
