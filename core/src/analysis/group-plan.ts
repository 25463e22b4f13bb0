import {
  OTHER_TEXT,
  referencesIn,
  THIS_ROW,
  type CompiledNode,
  type CompiledQuestion,
  type Expression,
} from '../questionnaire/index.ts'
import type { Columns, Reading } from './columns.ts'
import { BY_LOCALITY, BY_MODE, BY_VERSION } from './filter.ts'

/** Where an answer stands among stored ones: under a key, or in a row of a matrix under it. */
export interface AnswerPlace {
  readonly key: string
  readonly row: string | null
}

/** An answer that matters only to people who left one of some others empty: rules look at it. */
export interface RuledBy extends AnswerPlace {
  readonly unless: readonly AnswerPlace[]
}

/** Which parts of the responses to one version have to be told apart so that some questions can be counted. */
export interface GroupPlan {
  readonly versionId: string
  readonly whole: readonly string[]
  /** Rows of matrices; whether anything at all was answered in the matrix matters too. */
  readonly rows: readonly AnswerPlace[]
  /** Texts: only whether there is one. */
  readonly texts: readonly string[]
  /** Rosters: only how many items there are. */
  readonly rosters: readonly string[]
  readonly ruledBy: readonly RuledBy[]
  readonly hasMode: boolean
  readonly hasLocality: boolean
}

interface Own {
  readonly node: CompiledQuestion
  /** Row of a matrix that is asked about; `null`: the whole question. */
  readonly row: string | null
}

/** The question of a version behind a key of results; none where the version did not ask it. */
function ownOf({ compiled, targets }: Reading, columns: Columns, wanted: string): readonly Own[] {
  const [key = '', row = null] = columns.byKey.has(wanted) ? [wanted] : wanted.split('/')
  const column = columns.byKey.get(key)
  return compiled.level.nodes.flatMap((node) =>
    node.kind === 'question' && column !== undefined && targets.get(node.question.key)?.column === column
      ? [{ node, row }]
      : [],
  )
}

/** The rules that decide whether a question and its rows were asked. */
function rulesOf(
  nodes: readonly CompiledNode[],
  { visibleIf, rowVisibleIf, optionFilter, sectionIndex }: CompiledQuestion,
) {
  const section = sectionIndex === undefined ? undefined : nodes[sectionIndex]?.visibleIf
  return [section, visibleIf, rowVisibleIf, optionFilter].filter(
    (rule): rule is Expression => rule !== undefined,
  )
}

/** What a rule looks at. A member may name a row, the row in question, or the text beside „inne”. */
function placesIn(rule: Expression, row: string | null): readonly AnswerPlace[] {
  return referencesIn(rule).flatMap(({ key, member }): readonly AnswerPlace[] => {
    if (member === OTHER_TEXT)
      return [
        { key, row: null },
        { key: `${key}.${OTHER_TEXT}`, row: null },
      ]
    return [{ key, row: member === THIS_ROW ? row : (member ?? null) }]
  })
}

function planOf(reading: Reading, columns: Columns, keys: readonly string[]): GroupPlan {
  const { compiled, versionId } = reading
  const owns = keys.flatMap((key) => ownOf(reading, columns, key))
  const ofType = (isWanted: (own: Own) => boolean) =>
    owns.filter(isWanted).map(({ node }) => node.question.key)
  const isText = ({ node }: Own) => node.question.type === 'TEXT_SHORT' || node.question.type === 'TEXT_LONG'
  const isRoster = ({ node }: Own) => node.question.type === 'ROSTER'
  const isWhole = (own: Own) => own.row === null && !isText(own) && !isRoster(own)
  const hasLocality = keys.includes(BY_LOCALITY)
  return {
    versionId,
    whole: [...ofType(isWhole), ...(hasLocality ? ['dem_locality'] : [])],
    rows: owns.filter(({ row }) => row !== null).map(({ node, row }) => ({ key: node.question.key, row })),
    texts: ofType(isText),
    rosters: ofType(isRoster),
    ruledBy: owns.flatMap(({ node, row }) =>
      rulesOf(compiled.level.nodes, node)
        .flatMap((rule) => placesIn(rule, row))
        .map((place) => ({ ...place, unless: [{ key: node.question.key, row }] })),
    ),
    hasMode: keys.includes(BY_MODE),
    hasLocality,
  }
}

/**
 * What a database has to group responses by so that the questions of these keys can be counted exactly: their own
 * answers, and what the rules look at that decide whether an empty one was asked. The rules themselves are evaluated
 * once per group by `appendResponse`; nothing of their language has to be written in another one.
 *
 * @param keys - keys of results, rows of matrices as `key/rowKey`, and dimensions as `@MODE`
 * @returns one for each version
 */
export function groupPlans(columns: Columns, keys: readonly string[]): readonly GroupPlan[] {
  const wanted = [...new Set(keys)].filter((key) => key !== BY_VERSION)
  return columns.readings.map((reading) => planOf(reading, columns, wanted))
}
