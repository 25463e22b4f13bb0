import type {
  Bin,
  ChoiceSummary,
  Frequency,
  MatrixRowSummary,
  MatrixSummary,
  MeanEstimate,
  NumberSummary,
  Proportion,
  QuestionSummary,
  RankRow,
  RankSummary,
  ScaleEstimate,
  ScaleSummary,
  SummaryBase,
  TextSummary,
} from '@rozeznanie/core/analysis'
import { builder } from '../builder.ts'

/** Everything here is counted before the first field is asked for: a list costs no more than a field. */
const FLAT = { field: 1, multiplier: 1 } as const

const ProportionRef = builder.objectRef<Proportion>('Proportion')
ProportionRef.implement({
  description:
    'A share of people with its 95 % interval (Wilson; by weights that of the design), all 0 to 1.',
  fields: (t) => ({
    share: t.exposeFloat('share'),
    low: t.exposeFloat('low'),
    high: t.exposeFloat('high'),
  }),
})

/** Who stands behind a summary. */
export const SummaryBaseRef = builder.objectRef<SummaryBase>('SummaryBase')
SummaryBaseRef.implement({
  description: 'How many people stand behind a summary. Percentages are of `validCount`.',
  fields: (t) => ({
    askedCount: t.exposeInt('askedCount', { description: 'Responses in which the question was shown.' }),
    validCount: t.exposeInt('validCount'),
    unansweredCount: t.exposeInt('unansweredCount', { description: 'Shown, but left empty.' }),
    notApplicableCount: t.exposeInt('notApplicableCount', { description: '„nie dotyczy” (−97).' }),
    refusedCount: t.exposeInt('refusedCount', { description: '„wolę nie odpowiadać” (−99).' }),
  }),
})

const MeanEstimateRef = builder.objectRef<MeanEstimate>('MeanEstimate')
MeanEstimateRef.implement({
  description: 'A mean with its 95 % interval (Student).',
  fields: (t) => ({
    mean: t.exposeFloat('mean'),
    standardDeviation: t.exposeFloat('standardDeviation', {
      nullable: true,
      description: 'Null: a single value.',
    }),
    low: t.exposeFloat('low', { nullable: true, description: 'Null: a single value.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'Null: a single value.' }),
    count: t.exposeInt('count'),
  }),
})

const ScaleEstimateRef = builder.objectRef<ScaleEstimate>('ScaleEstimate').implement({
  description: 'A number with its 95 % interval.',
  fields: (t) => ({
    estimate: t.exposeFloat('estimate'),
    low: t.exposeFloat('low', { nullable: true, description: 'Null: a single answer.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'Null: a single answer.' }),
  }),
})

const NOBODY_CHOSE = { nullable: true, description: 'Null: nobody chose a point.' } as const

const ScaleSummaryRef = builder.objectRef<ScaleSummary>('ScaleSummary').implement({
  description: 'What a scale says beside its distribution, of people who chose a point („nie wiem” is none).',
  fields: (t) => ({
    pomp: t.expose('pomp', {
      type: ScaleEstimateRef,
      nullable: true,
      description: 'Mean on 0 to 100 between the ends of the scale; null when nobody chose a point.',
    }),
    topTwo: t.expose('topTwo', { type: ScaleEstimateRef, ...NOBODY_CHOSE }),
    bottomTwo: t.expose('bottomTwo', { type: ScaleEstimateRef, ...NOBODY_CHOSE }),
    net: t.expose('net', {
      type: ScaleEstimateRef,
      nullable: true,
      description: 'The two highest minus the two lowest points; null when nobody chose a point.',
    }),
  }),
})

const SCALE = {
  type: ScaleSummaryRef,
  nullable: true,
  description: 'Null for questions that are no scale of at least three points.',
} as const

const FrequencyRef = builder.objectRef<Frequency>('Frequency')
FrequencyRef.implement({
  description: 'How many people chose an option.',
  fields: (t) => ({
    code: t.exposeString('code'),
    label: t.exposeString('label'),
    count: t.exposeInt('count'),
    ofRespondents: t.expose('ofRespondents', {
      type: ProportionRef,
      nullable: true,
      description: 'Of people with a valid answer; null when there are none.',
    }),
    ofAnswers: t.exposeFloat('ofAnswers', {
      nullable: true,
      description: 'Of all choices made, 0 to 1; null for questions with one answer and when there are none.',
    }),
  }),
})

/** What every summary says; the kinds of question add theirs. */
export const QuestionSummaryRef = builder.interfaceRef<QuestionSummary>('QuestionSummary')
QuestionSummaryRef.implement({
  description: 'The right summary of one question.',
  fields: (t) => ({
    questionKey: t.exposeString('questionKey'),
    questionType: t.exposeString('questionType'),
    text: t.exposeString('text'),
    sectionKey: t.exposeString('sectionKey'),
    base: t.expose('base', { type: SummaryBaseRef }),
    versions: t.field({
      type: ['Int'],
      complexity: FLAT,
      description:
        'Numbers of the versions of the questionnaire whose responses are counted here, ascending.',
      resolve: ({ versions }) => versions,
    }),
    isEarlierWording: t.exposeBoolean('isEarlierWording', {
      description: 'An earlier series, counted apart from what the survey asks now.',
    }),
    notes: t.stringList({
      description:
        'Polish: which versions are counted together or apart, and why; empty where there is nothing to say.',
      complexity: FLAT,
      resolve: ({ notes }) => [...notes],
    }),
  }),
})

const isKind = (kind: QuestionSummary['kind']) => (value: unknown) => (value as QuestionSummary).kind === kind

builder.objectRef<ChoiceSummary>('ChoiceSummary').implement({
  description: 'Single and multiple choices, localities, consents, and scales with their distribution.',
  interfaces: [QuestionSummaryRef],
  isTypeOf: isKind('CHOICE'),
  fields: (t) => ({
    isMultiple: t.exposeBoolean('isMultiple'),
    frequencies: t.expose('frequencies', { type: [FrequencyRef], complexity: FLAT }),
    mean: t.expose('mean', {
      type: MeanEstimateRef,
      nullable: true,
      description: 'Of the values of the options, special codes aside; null for nominal questions.',
    }),
    scale: t.field({ ...SCALE, resolve: ({ scale }) => scale ?? null }),
  }),
})

const MatrixRowSummaryRef = builder.objectRef<MatrixRowSummary>('MatrixRowSummary')
MatrixRowSummaryRef.implement({
  description: 'One row of a matrix, over the people who were asked this row.',
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.exposeString('label'),
    base: t.expose('base', { type: SummaryBaseRef }),
    frequencies: t.expose('frequencies', { type: [FrequencyRef], complexity: FLAT }),
    mean: t.expose('mean', {
      type: MeanEstimateRef,
      nullable: true,
      description: 'Null for nominal options.',
    }),
    scale: t.field({ ...SCALE, resolve: ({ scale }) => scale ?? null }),
  }),
})

builder.objectRef<MatrixSummary>('MatrixSummary').implement({
  description: 'A question asked row by row. Its `base` counts people who answered at least one row.',
  interfaces: [QuestionSummaryRef],
  isTypeOf: isKind('MATRIX'),
  fields: (t) => ({
    isMultiple: t.exposeBoolean('isMultiple'),
    rows: t.expose('rows', { type: [MatrixRowSummaryRef], complexity: FLAT }),
  }),
})

const BinRef = builder.objectRef<Bin>('Bin')
BinRef.implement({
  description: 'One bar of a histogram: `from` inclusive, `to` exclusive but for the last bar.',
  fields: (t) => ({
    from: t.exposeFloat('from'),
    to: t.exposeFloat('to'),
    count: t.exposeInt('count'),
  }),
})

const WITHOUT_VALUES = { nullable: true, description: 'Null: nobody gave a number.' } as const

builder.objectRef<NumberSummary>('NumberSummary').implement({
  description: 'A number or a year. Quantiles as Eurostat defines them.',
  interfaces: [QuestionSummaryRef],
  isTypeOf: isKind('NUMBER'),
  fields: (t) => ({
    unit: t.exposeString('unit', { nullable: true, description: 'Null: a number without a unit.' }),
    sum: t.float({ ...WITHOUT_VALUES, resolve: ({ sum }) => sum ?? null }),
    mean: t.expose('mean', { type: MeanEstimateRef, ...WITHOUT_VALUES }),
    median: t.exposeFloat('median', WITHOUT_VALUES),
    lowerQuartile: t.exposeFloat('lowerQuartile', WITHOUT_VALUES),
    upperQuartile: t.exposeFloat('upperQuartile', WITHOUT_VALUES),
    minimum: t.exposeFloat('minimum', WITHOUT_VALUES),
    maximum: t.exposeFloat('maximum', WITHOUT_VALUES),
    bins: t.expose('bins', { type: [BinRef], complexity: FLAT }),
  }),
})

const RankRowRef = builder.objectRef<RankRow>('RankRow')
RankRowRef.implement({
  description: 'One option of a ranking.',
  fields: (t) => ({
    code: t.exposeString('code'),
    label: t.exposeString('label'),
    placeCounts: t.field({
      type: ['Int'],
      complexity: FLAT,
      description: 'Responses that put it on place 1, 2, …',
      resolve: ({ placeCounts }) => placeCounts,
    }),
    namedCount: t.exposeInt('namedCount', { description: 'Responses that put it on any place.' }),
    named: t.expose('named', {
      type: ProportionRef,
      nullable: true,
      description: 'Of people with a valid answer; null when there are none.',
    }),
    index: t.exposeFloat('index', {
      nullable: true,
      description: 'Priority index 0 to 100, 100 = everybody put it first; null when nobody answered.',
    }),
  }),
})

builder.objectRef<RankSummary>('RankSummary').implement({
  description: 'Options chosen and put in order.',
  interfaces: [QuestionSummaryRef],
  isTypeOf: isKind('RANK'),
  fields: (t) => ({
    top: t.exposeInt('top', { description: 'How many places there are.' }),
    rows: t.expose('rows', { type: [RankRowRef], complexity: FLAT }),
  }),
})

builder.objectRef<TextSummary>('TextSummary').implement({
  description: 'An open question: how many answered. The texts are in `openAnswers`.',
  interfaces: [QuestionSummaryRef],
  isTypeOf: isKind('TEXT'),
})
