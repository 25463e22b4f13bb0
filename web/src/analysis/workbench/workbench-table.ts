import type { WorkbenchTableFragment } from '../../gql/graphql.ts'
import { graphql } from '../../gql/index.ts'

/** Everything that the workbench shows of one table. */
export const WorkbenchTable = graphql(`
  fragment WorkbenchTable on AnalysisTable {
    rowKey
    columnKey
    rowText
    columnText
    rowType
    isRowMultiple
    isColumnMultiple
    isRowOrdered
    rows {
      code
      label
    }
    columns {
      code
      label
    }
    cells {
      count
      weighted
      mark
      ofColumn {
        percent
        low
        high
        effectiveCount
        reliability
      }
      ofRow {
        percent
        low
        high
        effectiveCount
        reliability
      }
      ofAll {
        percent
        low
        high
        effectiveCount
        reliability
      }
    }
    rowTotals {
      count
      effectiveCount
    }
    columnTotals {
      count
      weighted
      effectiveCount
    }
    base {
      asked
      valid
      unanswered
      notApplicable
      refused
      dontKnow
      withoutColumn
      effective
    }
    means {
      mean
      low
      high
      count
      effectiveCount
      reliability
      topTwo {
        percent
        low
        high
        effectiveCount
        reliability
      }
      median
    }
    test {
      kind
      name
      p
      isSignificant
      sentence
    }
    meanTest {
      name
      p
      isSignificant
      sentence
    }
    effect {
      cramerV
      sentence
    }
    intervalKind
    sentences
    notes
    footer
    weightVersion {
      number
      name
    }
    isProtected
    hiddenBecause
  }
`)

export type Table = WorkbenchTableFragment
type RawCell = Table['cells'][number][number]
export type Figure = NonNullable<RawCell['ofColumn']>
export type Mean = NonNullable<Table['means']>[number]
export type Mark = NonNullable<RawCell['mark']>
