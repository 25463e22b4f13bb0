import type { CodeLabel, Crosstab } from '@rozeznanie/core/analysis'
import { builder } from '../builder.ts'

const FLAT = { field: 1, multiplier: 1 } as const

/** An option as a heading. */
export const CodeLabelRef = builder.objectRef<CodeLabel>('CodeLabel')
CodeLabelRef.implement({
  description: 'An option as the heading of a row or column.',
  fields: (t) => ({
    code: t.exposeString('code'),
    label: t.exposeString('label'),
  }),
})

/** Two questions crossed. */
export const CrosstabRef = builder.objectRef<Crosstab>('Crosstab')
CrosstabRef.implement({
  description:
    'Two questions crossed: people with valid answers to both, row by row. Totals count people, so that on a side ' +
    'with several answers the cells add up to more.',
  fields: (t) => ({
    rowQuestionKey: t.exposeString('rowQuestionKey'),
    columnQuestionKey: t.exposeString('columnQuestionKey'),
    rowText: t.exposeString('rowText', {
      description: 'The question, with its row where it is one of a matrix.',
    }),
    columnText: t.exposeString('columnText'),
    isRowMultiple: t.exposeBoolean('isRowMultiple', { description: 'A person may stand in several rows.' }),
    isColumnMultiple: t.exposeBoolean('isColumnMultiple', {
      description: 'A person may stand in several columns.',
    }),
    rows: t.expose('rows', { type: [CodeLabelRef], complexity: FLAT }),
    columns: t.expose('columns', { type: [CodeLabelRef], complexity: FLAT }),
    counts: t.field({ type: t.listRef(t.listRef('Int')), complexity: FLAT, resolve: ({ counts }) => counts }),
    rowTotals: t.field({ type: ['Int'], complexity: FLAT, resolve: ({ rowTotals }) => rowTotals }),
    columnTotals: t.field({ type: ['Int'], complexity: FLAT, resolve: ({ columnTotals }) => columnTotals }),
    validCount: t.exposeInt('validCount', { description: 'People with a valid answer to both questions.' }),
    versions: t.field({
      type: ['Int'],
      complexity: FLAT,
      description:
        'Numbers of the versions of the questionnaire that asked both, as far as people count; ascending.',
      resolve: ({ versions }) => versions,
    }),
    notes: t.stringList({
      description: 'Polish: whom the table leaves out because their version did not ask both.',
      complexity: FLAT,
      resolve: ({ notes }) => [...notes],
    }),
    rowShares: t.field({
      type: t.listRef(t.listRef('Float', { nullable: true })),
      complexity: FLAT,
      description: 'Share within the row, 0 to 1; null in an empty row.',
      resolve: ({ rowShares }) => rowShares,
    }),
    columnShares: t.field({
      type: t.listRef(t.listRef('Float', { nullable: true })),
      complexity: FLAT,
      description: 'Share within the column, 0 to 1; null in an empty column.',
      resolve: ({ columnShares }) => columnShares,
    }),
  }),
})
