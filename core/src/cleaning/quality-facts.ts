import {
  holds,
  isEmptyAnswer,
  isMatrix,
  isSpecialCode,
  NOT_APPLICABLE,
  openForm,
  ownValue,
  parseExpression,
  referencesIn,
  scopeOf,
  type Answers,
  type CompiledQuestionnaire,
  type Form,
  type LevelState,
} from '../questionnaire/index.ts'
import { canonicalJson, checkForm } from '../response/index.ts'
import { CONSISTENCY_CHECKS } from './consistency-checks.ts'
import { fieldsOf, type Field } from './fields.ts'

/** A matrix in which every answered row has the same answer. */
export interface StraightMatrix {
  readonly questionKey: string
  readonly code: string
  readonly rowCount: number
}

/** Answers that cannot all be true. */
export interface Contradiction {
  readonly message: string
  readonly questionKeys: readonly string[]
}

/** What can be told of one response by itself; flags are made of it together with the facts of all others. */
export interface QualityFacts {
  readonly signals: readonly string[]
  /** Questions that were asked, and how many were left out; of a matrix the share of its rows. */
  readonly askedCount: number
  readonly missingCount: number
  readonly answeredFieldCount: number
  /** Of these „nie wiem” and „wolę nie odpowiadać”. */
  readonly dontKnowFieldCount: number
  /** Matrices with enough answered rows to be looked at. */
  readonly batteries: readonly string[]
  readonly straight: readonly StraightMatrix[]
  readonly contradictions: readonly Contradiction[]
  /** Equal for responses of equal content; `null` where there is too little of it to say anything. */
  readonly content: string | null
}

/** A matrix with fewer answered rows is no battery: answering them alike is common and honest. */
export const FEWEST_BATTERY_ROWS = 5
/** Responses with fewer answered fields may well be equal by chance. */
export const FEWEST_TWIN_FIELDS = 12

interface Battery {
  readonly questionKey: string
  readonly codes: readonly string[]
}

function batteriesIn({ compiled, state }: Form): readonly Battery[] {
  return compiled.level.nodes.flatMap((node, index) => {
    if (node.kind !== 'question' || node.question.type !== 'MATRIX_SINGLE') return []
    const own = state.states[index]
    const codes = (own?.rows ?? []).flatMap(({ key }) => {
      const code = ownValue(own?.answer, key)
      return typeof code === 'string' ? [code] : []
    })
    return codes.length >= FEWEST_BATTERY_ROWS ? [{ questionKey: node.question.key, codes }] : []
  })
}

function straightOf({ questionKey, codes }: Battery): readonly StraightMatrix[] {
  const [code] = codes
  const isStraight = code !== undefined && !isSpecialCode(code) && codes.every((other) => other === code)
  return isStraight ? [{ questionKey, code, rowCount: codes.length }] : []
}

/** Share of a question that was left without an answer: 0 or 1, of a matrix the share of its rows. */
function missingIn({ compiled }: Form, { states }: LevelState) {
  let askedCount = 0
  let missingCount = 0
  compiled.level.nodes.forEach((node, index) => {
    const state = states[index]
    if (node.kind !== 'question' || state?.isShown !== true) return
    const { type } = node.question
    if (type === 'INFO' || type === 'CALCULATED') return
    askedCount += 1
    if (!isMatrix(node.question)) missingCount += isEmptyAnswer(state.answer) ? 1 : 0
    else {
      const empty = state.rows.filter(({ key }) => isEmptyAnswer(ownValue(state.answer, key)))
      missingCount += empty.length / Math.max(1, state.rows.length)
    }
  })
  return { askedCount, missingCount }
}

const readChecks = CONSISTENCY_CHECKS.flatMap(({ expression: text, message }) => {
  const { expression } = parseExpression(text)
  return expression
    ? [{ expression, message, keys: [...new Set(referencesIn(expression).map(({ key }) => key))] }]
    : []
})

/** Constraints that the answers break as they stand, and the checks of the bank that they fail. */
function contradictionsIn(form: Form, answers: Answers): readonly Contradiction[] {
  const broken = checkForm(form, { localityIds: [] })
    .filter(({ code }) => code === 'CONSTRAINT')
    .map(({ questionKey, message }) => ({ message, questionKeys: [questionKey] }))
  const scope = scopeOf(answers)
  const failed = readChecks
    .filter(({ keys }) => keys.every((key) => form.compiled.questions.has(key)))
    .filter(({ expression }) => holds(expression, scope))
    .map(({ message, keys }) => ({ message, questionKeys: keys }))
  return [...broken, ...failed]
}

const isUnsure = ({ answer }: Field): boolean => {
  const code: unknown = Array.isArray(answer) && answer.length === 1 ? answer[0] : answer
  return typeof code === 'string' && isSpecialCode(code) && code !== NOT_APPLICABLE
}

/** The facts of a response with these answers. */
export function qualityFactsOf(
  compiled: CompiledQuestionnaire,
  { answers, signals, submittedOn }: { answers: Answers; signals: readonly string[]; submittedOn: string },
): QualityFacts {
  const form = openForm(compiled, answers, { today: submittedOn })
  const answered = fieldsOf(form).filter(
    (field) => field.node.items === undefined && !isEmptyAnswer(field.answer),
  )
  const batteries = batteriesIn(form)
  return {
    signals,
    ...missingIn(form, form.state),
    answeredFieldCount: answered.length,
    dontKnowFieldCount: answered.filter(isUnsure).length,
    batteries: batteries.map(({ questionKey }) => questionKey),
    straight: batteries.flatMap(straightOf),
    contradictions: contradictionsIn(form, answers),
    content: answered.length < FEWEST_TWIN_FIELDS ? null : canonicalJson(answers),
  }
}
