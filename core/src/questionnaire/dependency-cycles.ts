import { compile, governingRules, type CompiledNode, type CompiledQuestionnaire } from './compile.ts'
import { referencesIn } from './expression/references.ts'
import type { Questionnaire } from './model.ts'

/** For each question, the keys that decide whether it is asked, or what it is worth. */
function dependencies({ level }: CompiledQuestionnaire): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>()
  const visit = (node: CompiledNode, around: readonly string[]) => {
    if (node.kind === 'section') return
    const keys = [
      ...around,
      ...governingRules(node)
        .flatMap(referencesIn)
        .map(({ key }) => key),
    ]
    graph.set(node.question.key, new Set([...(graph.get(node.question.key) ?? []), ...keys]))
    for (const inner of node.items?.nodes ?? [])
      visit(inner, [...around, ...(node.visibleIf ? referencesIn(node.visibleIf).map(({ key }) => key) : [])])
  }
  let around: readonly string[] = []
  for (const node of level.nodes) {
    if (node.kind === 'section')
      around = node.visibleIf ? referencesIn(node.visibleIf).map(({ key }) => key) : []
    else visit(node, around)
  }
  return graph
}

/**
 * Rings of questions that decide about each other: `['a', 'b', 'a']` says that `a` depends on `b` and `b` on `a`.
 * One ring for each question that closes one; none in a questionnaire that speaks of earlier questions only.
 */
export function dependencyCycles(questionnaire: Questionnaire): readonly (readonly string[])[] {
  const graph = dependencies(compile(questionnaire))
  const done = new Set<string>()
  const cycles: (readonly string[])[] = []
  for (const start of graph.keys()) {
    const path: { readonly key: string; readonly rest: Iterator<string> }[] = []
    const open = (key: string) => path.push({ key, rest: (graph.get(key) ?? new Set<string>()).values() })
    if (!done.has(start)) open(start)
    while (path.length > 0) {
      const top = path[path.length - 1]
      const next = top?.rest.next()
      if (next === undefined || next.done === true) {
        if (top) done.add(top.key)
        path.pop()
        continue
      }
      const at = path.findIndex(({ key }) => key === next.value)
      if (at >= 0) cycles.push([...path.slice(at).map(({ key }) => key), next.value])
      else if (graph.has(next.value) && !done.has(next.value)) open(next.value)
    }
  }
  return cycles
}
