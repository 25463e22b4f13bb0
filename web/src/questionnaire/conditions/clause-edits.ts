import type { CheckScope } from '@rozeznanie/core/questionnaire'
import {
  BLANK_CLAUSE,
  predicateName,
  predicatesFor,
  typeOfForm,
  type ClauseForm,
  type GroupForm,
} from '@rozeznanie/core/questionnaire/editing'

type Part = GroupForm['parts'][number]

/** The clause with a predicate that its answer has: the one chosen where it still fits, the usual one otherwise. */
export function withFittingPredicate(form: ClauseForm, scope: CheckScope): ClauseForm {
  if (form.about === null) return { ...form, predicate: null }
  const offered = predicatesFor(typeOfForm(form, scope), form.about.kind)
  const name = form.predicate && predicateName(form.predicate)
  const kept = offered.find((predicate) => predicateName(predicate) === name)
  return { ...form, predicate: kept ?? offered[0] ?? null }
}

/** The clause about another answer: nothing of what was chosen for the one before is left. */
export function aboutAnother(form: ClauseForm, about: ClauseForm['about'], scope: CheckScope): ClauseForm {
  return withFittingPredicate({ ...BLANK_CLAUSE, predicate: form.predicate, about }, scope)
}

export function withPart(group: GroupForm, at: number, part: Part): GroupForm {
  return { ...group, parts: group.parts.map((one, index) => (index === at ? part : one)) }
}

export function withoutPart(group: GroupForm, at: number): GroupForm {
  return { ...group, parts: group.parts.filter((_, index) => index !== at) }
}

const OTHER = { and: 'or', or: 'and' } as const

/** Groups within a group are joined by the other word, so they turn with it. */
export function withJoint(group: GroupForm, joint: 'and' | 'or'): GroupForm {
  return {
    joint,
    parts: group.parts.map((part) => ('joint' in part ? { ...part, joint: OTHER[joint] } : part)),
  }
}

export const withClause = (group: GroupForm): GroupForm => ({
  ...group,
  parts: [...group.parts, BLANK_CLAUSE],
})

export const withGroup = (group: GroupForm): GroupForm => ({
  ...group,
  parts: [...group.parts, { joint: OTHER[group.joint], parts: [BLANK_CLAUSE, BLANK_CLAUSE] }],
})

/** Without the parts that were emptied by hand, as nested groups may be. */
export function withoutEmptyGroups(group: GroupForm): GroupForm {
  return { ...group, parts: group.parts.filter((part) => !('joint' in part) || part.parts.length > 0) }
}

/** A value chosen or taken back. */
export function toggled<T extends string | number | boolean>(values: readonly T[], value: T): readonly T[] {
  const rest = values.filter((one) => String(one) !== String(value))
  return rest.length === values.length ? [...values, value] : rest
}
