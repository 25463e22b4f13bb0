import type { DraftProblem, Inspection } from './inspect-draft.ts'

const isSame = (one: DraftProblem, other: DraftProblem | undefined): boolean =>
  other !== undefined &&
  one.gravity === other.gravity &&
  one.questionKey === other.questionKey &&
  one.sectionKey === other.sectionKey &&
  one.part === other.part &&
  one.message === other.message

/** The new findings, with the list of before where nothing changed, so that nothing is drawn again for them. */
export function keepProblems(before: Inspection | null, next: Inspection): Inspection {
  if (before === null || before.problems.length !== next.problems.length) return next
  const isUnchanged = next.problems.every((problem, index) => isSame(problem, before.problems[index]))
  return isUnchanged ? { ...next, problems: before.problems } : next
}
