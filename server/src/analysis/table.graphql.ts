import type {
  AnalysisTable,
  Cell,
  Effect,
  Heading,
  NumberFormat,
  Scale,
  TableBase,
  TableTest,
  Total,
} from '@rozeznanie/core/analysis'
import { builder } from '../builder.ts'
import { SampleType } from '../survey/survey.graphql.ts'
import { FigureRef, MarkEnum, MeanRef } from './table-figures.graphql.ts'

export { ReliabilityEnum } from './table-figures.graphql.ts'

/** Everything here is counted before the first field is asked for: a list costs no more than a field. */
const FLAT = { field: 1, multiplier: 1 } as const
const WITHHELD = { nullable: true, description: 'Null: withheld.' } as const
const SENTENCES = { complexity: FLAT } as const

const TestKindEnum = builder.enumType('TableTestKind', {
  description: 'Which test stands under a table.',
  values: {
    PEARSON: { description: 'Chi-square of independence, without weights.' },
    RAO_SCOTT: { description: 'Chi-square with the second-order correction for weights.' },
    BY_OPTION: { description: 'One test for each option of a question with several answers.' },
    T: { description: 'Of two means.' },
    WALD: { description: 'Of several means.' },
  } as const,
})

const IntervalKindEnum = builder.enumType('IntervalKind', {
  description: 'What intervals may be called.',
  values: {
    CONFIDENCE: { description: 'Of a random sample.' },
    MODEL: { description: 'Of a sample that was not drawn at random: orientation only.' },
  } as const,
})

const HeadingRef = builder.objectRef<Heading>('TableHeading').implement({
  description: 'A row or column of a table.',
  fields: (t) => ({
    code: t.exposeString('code', { nullable: true, description: 'Null: „Ogółem”.' }),
    label: t.exposeString('label'),
  }),
})

const TotalRef = builder.objectRef<Total>('TableTotal').implement({
  description: 'The people behind a row or column; never a sum of answers.',
  fields: (t) => ({
    count: t.exposeInt('count', WITHHELD),
    weighted: t.exposeFloat('weighted', { nullable: true, description: 'People of the population.' }),
    effectiveCount: t.exposeFloat('effectiveCount', WITHHELD),
    designEffect: t.exposeFloat('designEffect', WITHHELD),
  }),
})

const CellRef = builder.objectRef<Cell>('TableCell').implement({
  description: 'One cell; shares that make no sense in this table are null.',
  fields: (t) => ({
    count: t.exposeInt('count', { nullable: true, description: 'People, unweighted; null: withheld.' }),
    weighted: t.exposeFloat('weighted', { nullable: true, description: 'Null in unweighted tables.' }),
    ofColumn: t.expose('ofColumn', { type: FigureRef, nullable: true, description: 'Of the column.' }),
    ofRow: t.expose('ofRow', { type: FigureRef, nullable: true, description: 'Null in „Ogółem”.' }),
    ofAll: t.expose('ofAll', { type: FigureRef, nullable: true, description: 'Null in „Ogółem”.' }),
    ofAnswers: t.exposeFloat('ofAnswers', {
      nullable: true,
      description: 'Of all answers of the column, in percent; only where a person may give several.',
    }),
    mark: t.expose('mark', { type: MarkEnum, nullable: true, description: 'Null: does not stand out.' }),
  }),
})

const BaseRef = builder.objectRef<TableBase>('TableBase').implement({
  description: 'Who stands behind the table, after the filter.',
  fields: (t) => ({
    asked: t.exposeInt('asked', WITHHELD),
    valid: t.exposeInt('valid', WITHHELD),
    unanswered: t.exposeInt('unanswered', WITHHELD),
    notApplicable: t.exposeInt('notApplicable', WITHHELD),
    refused: t.exposeInt('refused', WITHHELD),
    dontKnow: t.exposeInt('dontKnow', WITHHELD),
    withoutColumn: t.exposeInt('withoutColumn', {
      nullable: true,
      description: 'Answered the row question, but not the other; null: withheld.',
    }),
    effective: t.exposeFloat('effective', WITHHELD),
  }),
})

const TestRef = builder.objectRef<TableTest>('TableTest').implement({
  description: 'A test under a table, with what it says in plain words.',
  fields: (t) => ({
    kind: t.expose('kind', { type: TestKindEnum }),
    name: t.exposeString('name', { description: 'Polish.' }),
    statistic: t.exposeFloat('statistic', { nullable: true, description: 'Null: a set of tests.' }),
    df: t.exposeFloat('df', { nullable: true, description: 'Null: a set of tests.' }),
    denominatorDf: t.exposeFloat('denominatorDf', { nullable: true, description: 'Of F; null elsewhere.' }),
    p: t.exposeFloat('p', { description: 'Of a set of tests the smallest, adjusted.' }),
    isSignificant: t.exposeBoolean('isSignificant', { description: 'p below 0.05.' }),
    adjusted: t.field({
      type: t.listRef('Float', { nullable: true }),
      nullable: true,
      complexity: FLAT,
      description: 'Of a set of tests each p adjusted by Holm, null where not tested; else null.',
      resolve: ({ adjusted }) => adjusted,
    }),
    sentence: t.exposeString('sentence', { description: 'Polish.' }),
  }),
})

const EffectRef = builder.objectRef<Effect>('TableEffect').implement({
  description: 'Strength of association.',
  fields: (t) => ({
    cramerV: t.exposeFloat('cramerV', { description: '0 (independent) to 1.' }),
    sentence: t.exposeString('sentence', { description: 'Polish.' }),
  }),
})

/** The weights that numbers were computed with. */
export const WeightVersionNameRef = builder
  .objectRef<NonNullable<AnalysisTable['weightVersion']>>('TableWeightVersion')
  .implement({
    description: 'The weights that the numbers of a table were computed with.',
    fields: (t) => ({ number: t.exposeInt('number'), name: t.exposeString('name') }),
  })

const ScaleRef = builder.objectRef<Scale>('TableScale').implement({
  description: 'Points of a scale that the rows are.',
  fields: (t) => ({
    from: t.exposeFloat('from'),
    to: t.exposeFloat('to'),
    top: t.field({
      type: ['Int'],
      nullable: true,
      complexity: FLAT,
      description: 'Places of the rows of the two highest points; null under four points.',
      resolve: ({ top }) => top,
    }),
    bottom: t.field({
      type: ['Int'],
      nullable: true,
      complexity: FLAT,
      description: 'Places of the rows of the two lowest points; null under four points.',
      resolve: ({ bottom }) => bottom,
    }),
  }),
})

const NumberFormatRef = builder.objectRef<NumberFormat>('TableNumberFormat').implement({
  description: 'How the numbers are written of which the rows are bands.',
  fields: (t) => ({
    unit: t.exposeString('unit', { nullable: true, description: 'Null: without one.' }),
    decimals: t.exposeInt('decimals', { description: 'Of an answer.' }),
  }),
})

/** A table with everything that can honestly be said of it. */
export const AnalysisTableRef = builder.objectRef<AnalysisTable>('AnalysisTable')
AnalysisTableRef.implement({
  description:
    'One question, or two crossed: counts, percentages with intervals, means, tests, plain sentences.',
  fields: (t) => ({
    rowKey: t.exposeString('rowKey'),
    columnKey: t.exposeString('columnKey', { nullable: true, description: 'Null: a one-way table.' }),
    rowText: t.exposeString('rowText'),
    columnText: t.exposeString('columnText', { nullable: true, description: 'Null: a one-way table.' }),
    rowType: t.exposeString('rowType', { nullable: true, description: 'Null: no question.' }),
    sampleType: t.expose('sampleType', { type: SampleType }),
    isRowMultiple: t.exposeBoolean('isRowMultiple', { description: 'A person may stand in several rows.' }),
    isColumnMultiple: t.exposeBoolean('isColumnMultiple'),
    isRowOrdered: t.exposeBoolean('isRowOrdered', { description: 'Points of a scale or bands of a number.' }),
    rows: t.expose('rows', { type: [HeadingRef], complexity: FLAT }),
    columns: t.expose('columns', {
      type: [HeadingRef],
      complexity: FLAT,
      description: 'The first: „Ogółem”.',
    }),
    cells: t.field({
      type: t.listRef(t.listRef(CellRef)),
      complexity: FLAT,
      description: 'Row by row, a cell for each column.',
      resolve: ({ cells }) => cells,
    }),
    rowTotals: t.expose('rowTotals', { type: [TotalRef], complexity: FLAT }),
    columnTotals: t.expose('columnTotals', { type: [TotalRef], complexity: FLAT }),
    base: t.expose('base', { type: BaseRef }),
  }),
})

builder.objectFields(AnalysisTableRef, (t) => ({
  filterText: t.exposeString('filterText', {
    nullable: true,
    description: 'Polish: which answers the filter lets through; null without one.',
  }),
  scale: t.expose('scale', { type: ScaleRef, nullable: true, description: 'Null: no scale.' }),
  number: t.expose('number', { type: NumberFormatRef, nullable: true, description: 'Null: no number.' }),
  leaders: t.field({
    type: ['Int'],
    nullable: true,
    complexity: FLAT,
    description:
      'Places of the rows that lead in „Ogółem”: one that a test found, or several that cannot be told apart; null ' +
      'where nothing leads.',
    resolve: ({ leaders }) => leaders,
  }),
  means: t.expose('means', {
    type: [MeanRef],
    nullable: true,
    complexity: FLAT,
    description: 'One for each column; null for questions without numbers.',
  }),
  test: t.expose('test', {
    type: TestRef,
    nullable: true,
    description: 'Null: a one-way table, or no test is allowed, which a note explains.',
  }),
  meanTest: t.expose('meanTest', {
    type: TestRef,
    nullable: true,
    description: 'Null: no means, no test.',
  }),
  effect: t.expose('effect', { type: EffectRef, nullable: true, description: 'Null: no test.' }),
  intervalKind: t.expose('intervalKind', { type: IntervalKindEnum }),
  sentences: t.stringList({ ...SENTENCES, resolve: ({ sentences }) => [...sentences] }),
  notes: t.stringList({ ...SENTENCES, resolve: ({ notes }) => [...notes] }),
  footer: t.stringList({ ...SENTENCES, resolve: ({ footer }) => [...footer] }),
  weightVersion: t.expose('weightVersion', {
    type: WeightVersionNameRef,
    nullable: true,
    description: 'Null: unweighted.',
  }),
  versions: t.field({ type: ['Int'], complexity: FLAT, resolve: ({ versions }) => versions }),
  isProtected: t.exposeBoolean('isProtected', { description: 'As others than the organisation see it.' }),
  hiddenBecause: t.exposeString('hiddenBecause', {
    nullable: true,
    description: 'Polish: why the whole table is empty; null when it is not.',
  }),
}))
