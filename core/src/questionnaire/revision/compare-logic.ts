import { prove, type Verdict } from '../inspection/prove.ts'
import {
  both,
  conditionsAround,
  NO_CONDITIONS,
  worldOf,
  type Condition,
  type Conditions,
  type World,
} from '../inspection/world.ts'
import type { Expression } from '../expression/ast.ts'
import { parseExpression } from '../expression/parse.ts'
import { printExpression } from '../expression/print.ts'
import type { ExpressionText, Questionnaire } from '../model.ts'
import { checkRule, ruleBook, type RuleBook, type RuleKind } from '../rules.ts'

/** How a condition changed: who it holds for now, beside who it held for. */
export type LogicChange = 'same' | 'narrower' | 'wider' | 'other'

/** Versions as the comparison of conditions sees them; made once for many comparisons. */
export interface LogicView {
  readonly world: World
  readonly book: RuleBook
}

export const logicView = (after: Questionnaire): LogicView => ({
  world: worldOf(after),
  book: ruleBook(after),
})

/** Where a condition stands in the newer version. */
export interface LogicPlace {
  readonly kind: RuleKind
  readonly questionKey?: string
  readonly sectionKey: string
  /** Rows or options a condition is looked at for, one by one. */
  readonly codes?: readonly string[]
}

const TRUE: Expression = { kind: 'boolean', value: true, start: 0, end: 0 }

/** The expression, if the newer version can look at it at this place without a mistake. */
function understood(
  { book }: LogicView,
  place: LogicPlace,
  text: ExpressionText | undefined,
): Expression | null {
  if (text === undefined) return TRUE
  const section = book.questionnaire.sections.find(({ key }) => key === place.sectionKey)
  if (section === undefined) return null
  const standing = book.standings.get(place.questionKey ?? '')
  const first = book.standings.get(section.questions[0]?.key ?? '')
  const position = standing?.position ?? first?.position ?? 0
  const { question, rosters = [] } = standing ?? { question: undefined }
  const rule = { kind: place.kind, text, path: '', question, section, rosters, position }
  const { expression, problems } = checkRule(book, rule)
  return problems.length === 0 && expression !== undefined ? expression : null
}

const isWrittenSame = (before: string | undefined, after: string | undefined): boolean => {
  if (before === undefined || after === undefined) return before === after
  const [old, now] = [parseExpression(before).expression, parseExpression(after).expression]
  return old !== undefined && now !== undefined && printExpression(old) === printExpression(now)
}

function around({ world }: LogicView, { questionKey }: LogicPlace): Conditions {
  const place = questionKey === undefined ? undefined : world.places.get(questionKey)
  return place ? conditionsAround(world, place) : NO_CONDITIONS
}

/** Are there answers for which the one condition holds and the other does not? */
function apart(view: LogicView, place: LogicPlace, holding: Expression, failing: Expression): Verdict {
  const seen = (place.codes ?? [undefined]).map((code): Partial<Condition> => {
    const own = place.questionKey === undefined ? {} : { own: place.questionKey }
    if (code === undefined) return own
    return place.kind === 'rowVisibleIf' ? { ...own, row: code } : { ...own, option: code }
  })
  const verdicts = seen.map((rest) => {
    const all: readonly Condition[] = [
      { ...rest, expression: holding, wanted: true },
      { ...rest, expression: failing, wanted: false },
    ]
    return prove(view.world, both(around(view, place), { all, isWhole: true }))
  })
  return verdicts.find((verdict) => verdict !== 'never') ?? 'never'
}

/**
 * How a condition changed, proven over all answers to the newer version; `other` where it holds for other people now,
 * or where nothing could be proven.
 */
export function compareLogic(
  view: LogicView,
  place: LogicPlace,
  before: ExpressionText | undefined,
  after: ExpressionText | undefined,
): LogicChange {
  if (isWrittenSame(before, after)) return 'same'
  const [old, now] = [understood(view, place, before), understood(view, place, after)]
  if (old === null || now === null) return 'other'
  const isWithin = apart(view, place, now, old) === 'never'
  const isAround = apart(view, place, old, now) === 'never'
  if (isWithin && isAround) return 'same'
  if (isWithin) return 'narrower'
  return isAround ? 'wider' : 'other'
}
