import type { Expression, ExpressionProblem } from './expression/ast.ts'
import { parseExpression } from './expression/parse.ts'
import { referencesIn } from './expression/references.ts'
import type {
  Constraint,
  ExpressionText,
  MatrixRow,
  Option,
  Question,
  Questionnaire,
  Section,
} from './model.ts'
import { hasOptions, isMatrix, optionsOf, rowsOf } from './options.ts'

/** A rule whose text could not be read, by the path of its text (`sections.0.questions.2.visibleIf`). */
export interface UnreadableRule {
  readonly path: string
  readonly problem: ExpressionProblem
}

export interface CompiledConstraint {
  readonly constraint: Constraint
  readonly expression: Expression
}

/** A section with its condition read. A rule that cannot be read is left out, as if it were not there. */
export interface CompiledSection {
  readonly kind: 'section'
  readonly section: Section
  readonly path: string
  readonly visibleIf: Expression | undefined
}

/** A question with its rules read and its options and rows looked up. */
export interface CompiledQuestion {
  readonly kind: 'question'
  readonly question: Question
  readonly path: string
  /** Place of its section in the level; `undefined` inside a roster. */
  readonly sectionIndex: number | undefined
  readonly options: readonly Option[]
  readonly rows: readonly MatrixRow[]
  readonly visibleIf: Expression | undefined
  readonly requiredIf: Expression | undefined
  readonly rowVisibleIf: Expression | undefined
  readonly optionFilter: Expression | undefined
  readonly calculation: Expression | undefined
  readonly constraints: readonly CompiledConstraint[]
  /** What a roster asks for each of its items. */
  readonly items: Level | undefined
}

export type CompiledNode = CompiledSection | CompiledQuestion

/** Things evaluated one after another: the whole questionnaire, or an item of a roster. */
export interface Level {
  readonly nodes: readonly CompiledNode[]
  /** Place of a question in `nodes`, by its key. */
  readonly indexOf: ReadonlyMap<string, number>
  /** Places of what has to be evaluated again when the node at this place changes; all of them later. */
  readonly dependents: readonly (readonly number[])[]
}

/** A questionnaire with its rules read once and what depends on what. */
export interface CompiledQuestionnaire {
  readonly questionnaire: Questionnaire
  readonly level: Level
  /** Every question, those inside rosters included, in the order of asking. */
  readonly questions: ReadonlyMap<string, CompiledQuestion>
  readonly rosters: ReadonlySet<string>
  readonly unreadable: readonly UnreadableRule[]
}

class Compiler {
  readonly unreadable: UnreadableRule[] = []
  readonly questions = new Map<string, CompiledQuestion>()

  constructor(private readonly questionnaire: Questionnaire) {}

  read(text: ExpressionText | undefined, path: string): Expression | undefined {
    if (text === undefined) return undefined
    const { expression, problem } = parseExpression(text)
    if (problem) this.unreadable.push({ path, problem })
    return expression
  }

  question(question: Question, path: string, sectionIndex?: number): CompiledQuestion {
    const { questionnaire } = this
    const rule = (text: ExpressionText | undefined, name: string) => this.read(text, `${path}.${name}`)
    const compiled: CompiledQuestion = {
      kind: 'question',
      question,
      path,
      sectionIndex,
      options: optionsOf(questionnaire, question),
      rows: rowsOf(questionnaire, question),
      visibleIf: rule(question.visibleIf, 'visibleIf'),
      requiredIf: rule(question.requiredIf, 'requiredIf'),
      rowVisibleIf: isMatrix(question) ? rule(question.rowVisibleIf, 'rowVisibleIf') : undefined,
      optionFilter: hasOptions(question) ? rule(question.optionFilter, 'optionFilter') : undefined,
      calculation: question.type === 'CALCULATED' ? rule(question.expression, 'expression') : undefined,
      constraints: (question.constraint ?? []).flatMap((constraint, index) => {
        const expression = rule(constraint.expression, `constraint.${index}.expression`)
        return expression ? [{ constraint, expression }] : []
      }),
      items: question.type === 'ROSTER' ? this.roster(question.questions, path) : undefined,
    }
    this.questions.set(question.key, compiled)
    return compiled
  }

  private roster(questions: readonly Question[], path: string): Level {
    return levelOf(questions.map((inner, index) => this.question(inner, `${path}.questions.${index}`)))
  }

  whole(): Level {
    const nodes: CompiledNode[] = []
    this.questionnaire.sections.forEach((section, index) => {
      const path = `sections.${index}`
      const sectionIndex = nodes.length
      nodes.push({
        kind: 'section',
        section,
        path,
        visibleIf: this.read(section.visibleIf, `${path}.visibleIf`),
      })
      section.questions.forEach((question, at) =>
        nodes.push(this.question(question, `${path}.questions.${at}`, sectionIndex)),
      )
    })
    return levelOf(nodes)
  }
}

/** What decides whether and how a node is asked; requiredness and constraints are asked for when needed. */
export function governingRules(node: CompiledNode): readonly Expression[] {
  if (node.kind === 'section') return node.visibleIf ? [node.visibleIf] : []
  const own = [node.visibleIf, node.rowVisibleIf, node.optionFilter, node.calculation]
  const inner = node.items?.nodes.flatMap(governingRules) ?? []
  return [...own.flatMap((rule) => rule ?? []), ...inner]
}

function levelOf(nodes: readonly CompiledNode[]): Level {
  const indexOf = new Map<string, number>()
  nodes.forEach((node, index) => {
    if (node.kind === 'question' && !indexOf.has(node.question.key)) indexOf.set(node.question.key, index)
  })
  const dependents: Set<number>[] = nodes.map(() => new Set())
  nodes.forEach((node, index) => {
    if (node.kind === 'question' && node.sectionIndex !== undefined) dependents[node.sectionIndex]?.add(index)
    for (const { key } of governingRules(node).flatMap(referencesIn)) {
      const target = indexOf.get(key)
      if (target !== undefined && target < index) dependents[target]?.add(index)
    }
  })
  return {
    nodes,
    indexOf,
    dependents: dependents.map((places) => [...places].sort((left, right) => left - right)),
  }
}

const known = new WeakMap<Questionnaire, CompiledQuestionnaire>()

/**
 * Reads all rules of a questionnaire and finds what depends on what. The work is done once per document, so
 * documents must not be changed in place. It refuses nothing: a rule that cannot be read counts as absent and is
 * listed; `findDefects` tells what else is wrong.
 */
export function compile(questionnaire: Questionnaire): CompiledQuestionnaire {
  const before = known.get(questionnaire)
  if (before) return before
  const compiler = new Compiler(questionnaire)
  const level = compiler.whole()
  const { questions, unreadable } = compiler
  const rosters = new Set(
    [...questions.values()].flatMap(({ items, question }) => (items ? [question.key] : [])),
  )
  const compiled = { questionnaire, level, questions, rosters, unreadable }
  known.set(questionnaire, compiled)
  return compiled
}
