import { dependencyCycles } from '../dependency-cycles.ts'
import type { Expression, ExpressionProblem } from '../expression/ast.ts'
import { partsOf } from '../expression/references.ts'
import type { CheckedRule } from '../rules.ts'
import type { Finding, FindingCode } from './finding.ts'
import type { World } from './world.ts'

function everyPart(expression: Expression): readonly Expression[] {
  const items = expression.kind === 'list' ? expression.items : []
  return [expression, ...items, ...partsOf(expression).flatMap(everyPart)]
}

/** What kind of mistake stands at the place of a problem. */
function codeOf(
  { places }: World,
  { rule, expression }: CheckedRule,
  problem: ExpressionProblem,
): FindingCode {
  const parts = expression === undefined ? [] : everyPart(expression)
  const part = parts.find(({ start, end }) => start === problem.start && end === problem.end)
  if (part?.kind === 'text' || part?.kind === 'number') return 'DELETED_OPTION'
  if (part?.kind !== 'reference') return 'RULE_MISTAKE'
  const target = places.get(part.key)
  if (target === undefined) return 'DELETED_QUESTION'
  const looksAtAll = rule.kind === 'constraint' || rule.kind === 'requiredIf'
  if (!looksAtAll && target.order >= rule.position) return 'LATER_QUESTION'
  return part.member === undefined ? 'RULE_MISTAKE' : 'DELETED_ROW'
}

/** Rules that speak of what is not there, of later questions, or of values that do not fit. */
export function ruleFindings(world: World): readonly Finding[] {
  return world.rules.flatMap((checked) =>
    checked.problems.map((problem): Finding => {
      const { rule } = checked
      const place = {
        ...(rule.question && { questionKey: rule.question.key }),
        sectionKey: rule.section.key,
        part: rule.kind,
      }
      return { code: codeOf(world, checked, problem), severity: 'error', place, message: problem.message }
    }),
  )
}

/** Questions that decide about each other in a ring. */
export function cycleFindings(world: World): readonly Finding[] {
  return dependencyCycles(world.compiled.questionnaire).map((keys): Finding => ({
    code: 'CYCLE',
    severity: 'error',
    place: { ...(keys[0] !== undefined && { questionKey: keys[0] }), part: 'visibleIf' },
    message: `Pytania zależą od siebie w kółko: ${keys.map((key) => `„${key}”`).join(' → ')}. Prosimy usunąć jeden z tych warunków.`,
  }))
}
