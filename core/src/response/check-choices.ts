import { isExclusive, type MultiQuestion, type Option, type RankQuestion } from '../questionnaire/index.ts'
import { messages } from './messages.ts'
import type { Violation } from './model.ts'

/** A violation before it is known where it stands. */
export type Fault = Pick<Violation, 'code' | 'message'> & { readonly rowKey?: string }

/** Limits of a list of chosen codes. */
export interface ChoiceLimits {
  readonly type: MultiQuestion['type'] | RankQuestion['type'] | 'MATRIX_MULTI'
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** One code out of the options. */
export function checkCode(
  options: readonly Option[],
  answer: unknown,
  type: 'SINGLE' | 'MATRIX_SINGLE' | 'SCALE_1_5' | 'SCALE_0_10',
): readonly Fault[] {
  if (typeof answer !== 'string') return [{ code: 'WRONG_SHAPE', message: messages.wrongShape(type) }]
  if (options.some((option) => option.code === answer)) return []
  return [{ code: 'UNKNOWN_OPTION', message: messages.unknownOption }]
}

/** A list of codes out of the options: each once, within the limits, an exclusive one alone. */
export function checkCodes(
  options: readonly Option[],
  answer: unknown,
  limits: ChoiceLimits,
): readonly Fault[] {
  if (!Array.isArray(answer) || !answer.every((code) => typeof code === 'string')) {
    return [{ code: 'WRONG_SHAPE', message: messages.wrongShape(limits.type) }]
  }
  const codes: readonly string[] = answer
  const chosen = options.filter((option) => codes.includes(option.code))
  if (codes.some((code) => chosen.every((option) => option.code !== code))) {
    return [{ code: 'UNKNOWN_OPTION', message: messages.unknownOption }]
  }
  if (chosen.length < codes.length) return [{ code: 'DUPLICATE_CHOICE', message: messages.duplicate }]
  const lone = chosen.find(isExclusive)
  if (lone !== undefined) {
    if (codes.length === 1) return []
    return [{ code: 'EXCLUSIVE_CHOICE', message: messages.exclusive(lone.label) }]
  }
  if (limits.max !== undefined && codes.length > limits.max) {
    return [{ code: 'TOO_MANY_CHOICES', message: messages.tooMany(limits.max) }]
  }
  if (limits.min !== undefined && codes.length < limits.min) {
    return [{ code: 'TOO_FEW_CHOICES', message: messages.tooFew(limits.min) }]
  }
  return []
}
