import type {
  ASTVisitor,
  DocumentNode,
  FragmentDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  ValidationContext,
} from 'graphql'
import { Kind } from 'graphql'
import { tooMuch } from './refusals.ts'

/** What one document may ask for; more is an attack or a mistake. */
export const DOCUMENT_LIMITS = { tokens: 1500, depth: 10, aliases: 15, directives: 30, fields: 1000 } as const

interface Measure {
  readonly depth: number
  readonly aliases: number
  readonly directives: number
  readonly fields: number
}

const NOTHING: Measure = { depth: 0, aliases: 0, directives: 0, fields: 0 }
const TOO_MUCH: Readonly<Record<keyof Measure, string>> = {
  depth: 'Zapytanie jest zagnieżdżone zbyt głęboko.',
  aliases: 'Zapytanie ma zbyt wiele aliasów.',
  directives: 'Zapytanie ma zbyt wiele dyrektyw.',
  fields: 'Zapytanie prosi o zbyt wiele pól naraz.',
}

/** Validation rule: depth, aliases, directives and fields of a document, fragments counted where they are used. */
export function documentLimits(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const measured = measureDocument(document)
      for (const limit of ['depth', 'aliases', 'directives', 'fields'] as const) {
        if (measured[limit] > DOCUMENT_LIMITS[limit]) return context.reportError(tooMuch(TOO_MUCH[limit]))
      }
    },
  }
}

/** Validation rule of plain requests: a subscription needs the WebSocket. */
export function noSubscriptions(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.operation === 'subscription') {
        context.reportError(tooMuch('Subskrypcje działają tylko przez WebSocket.'))
      }
    },
  }
}

/** Validation rule of the WebSocket: nothing but subscriptions. */
export function onlySubscriptions(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.operation !== 'subscription') {
        context.reportError(tooMuch('Przez WebSocket działają tylko subskrypcje.'))
      }
    },
  }
}

/** The largest figures of all operations. Each fragment is measured once, so nested fragments cost no time. */
function measureDocument(document: DocumentNode): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  }
  const known = new Map<string, Measure>()
  const ofFragment = (name: string): Measure => {
    const fragment = fragments.get(name)
    if (!fragment || known.has(name)) return known.get(name) ?? NOTHING
    known.set(name, NOTHING) // a cycle ends here; another rule refuses it
    const measured = plusDirectives(
      measureSelections(fragment.selectionSet, ofFragment),
      fragment.directives?.length,
    )
    known.set(name, measured)
    return measured
  }
  return document.definitions.reduce<Measure>((sum, node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return sum
    return add(sum, plusDirectives(measureSelections(node.selectionSet, ofFragment), node.directives?.length))
  }, NOTHING)
}

function measureSelections(
  set: SelectionSetNode | undefined,
  ofFragment: (name: string) => Measure,
): Measure {
  return (set?.selections ?? []).reduce<Measure>(
    (sum, node) => add(sum, measureSelection(node, ofFragment)),
    NOTHING,
  )
}

function measureSelection(node: SelectionNode, ofFragment: (name: string) => Measure): Measure {
  if (node.kind === Kind.FRAGMENT_SPREAD)
    return plusDirectives(ofFragment(node.name.value), node.directives?.length)
  const inner = measureSelections(node.selectionSet, ofFragment)
  if (node.kind === Kind.INLINE_FRAGMENT) return plusDirectives(inner, node.directives?.length)
  // Introspection has a switch of its own and its usual document is deep.
  if (node.name.value.startsWith('__')) return { ...NOTHING, fields: 1, aliases: node.alias ? 1 : 0 }
  const own = { ...NOTHING, depth: 0, fields: 1, aliases: node.alias ? 1 : 0 }
  return plusDirectives({ ...add(inner, own), depth: inner.depth + 1 }, node.directives?.length)
}

function add(one: Measure, other: Measure): Measure {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    fields: one.fields + other.fields,
  }
}

function plusDirectives(measure: Measure, count = 0): Measure {
  return { ...measure, directives: measure.directives + count }
}
