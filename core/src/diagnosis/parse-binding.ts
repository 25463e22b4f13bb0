import { DI_AREAS } from '../questionnaire/library/bank-model.ts'
import type { Binding } from './model.ts'
import type { TemplateReader } from './template-reader.ts'

const captions = (reader: TemplateReader) => ({
  tableCaption: reader.text('tableCaption'),
  chartCaption: reader.text('chartCaption'),
})

function parseChoice(reader: TemplateReader): Binding {
  const order = reader.text('order')
  if (order !== 'byShare' && order !== 'asListed') throw reader.fault(`unknown order "${order}"`)
  const lead = reader.optionalText('lead')
  return {
    kind: 'choice',
    question: reader.text('question'),
    order,
    ...(lead === undefined ? {} : { lead }),
    ...captions(reader),
  }
}

function parseShare(reader: TemplateReader): Binding {
  const text = reader.text('text')
  if (!text.includes('{procent}') || !text.includes('{n}')) throw reader.fault('text needs {procent} and {n}')
  return {
    kind: 'share',
    question: reader.text('question'),
    codes: reader.texts('codes'),
    withoutCodes: reader.texts('withoutCodes'),
    text,
  }
}

function parseFieldQuotes(reader: TemplateReader): Binding {
  const words = reader.texts('areas')
  const areas = DI_AREAS.filter((area) => words.includes(area))
  if (areas.length === 0 || areas.length < words.length) throw reader.fault('unknown or missing area')
  return { kind: 'fieldQuotes', areas }
}

const PARSERS: Readonly<Record<string, (reader: TemplateReader) => Binding>> = {
  choice: parseChoice,
  share: parseShare,
  ranking: (reader) => ({
    kind: 'ranking',
    question: reader.text('question'),
    lead: reader.text('lead'),
    ...captions(reader),
  }),
  matrix: (reader) => ({ kind: 'matrix', question: reader.text('question'), ...captions(reader) }),
  serviceNeed: (reader) => ({
    kind: 'serviceNeed',
    question: reader.text('question'),
    rows: reader.texts('rows'),
    ...captions(reader),
  }),
  unmetNeed: (reader) => ({ kind: 'unmetNeed', question: reader.text('question'), ...captions(reader) }),
  groups: (reader) => ({
    kind: 'groups',
    question: reader.text('question'),
    byQuestion: reader.text('byQuestion'),
    groups: reader
      .children('groups')
      .map((group) => ({ label: group.text('label'), codes: group.texts('codes') })),
    ...captions(reader),
  }),
  respondents: (reader) => ({
    kind: 'respondents',
    questions: reader
      .children('questions')
      .map((entry) => ({ key: entry.text('key'), label: entry.text('label') })),
    tableCaption: reader.text('tableCaption'),
  }),
  quotes: (reader) => ({ kind: 'quotes', question: reader.text('question'), lead: reader.text('lead') }),
  fieldQuotes: parseFieldQuotes,
  placeholder: (reader) => ({ kind: 'placeholder', text: reader.text('text') }),
  methodNote: () => ({ kind: 'methodNote' }),
  remainingQuestions: () => ({ kind: 'remainingQuestions' }),
  instrument: () => ({ kind: 'instrument' }),
}

/** Read what feeds a section. @throws Error naming the path and the fault */
export function parseBinding(reader: TemplateReader): Binding {
  const kind = reader.text('kind')
  const parse = PARSERS[kind]
  if (!parse) throw reader.fault(`unknown kind "${kind}"`)
  return parse(reader)
}

/** Keys of the questions that a binding shows. */
export function boundQuestions(binding: Binding): readonly string[] {
  if (binding.kind === 'respondents') return binding.questions.map((question) => question.key)
  if (binding.kind === 'groups') return [binding.question, binding.byQuestion]
  return 'question' in binding ? [binding.question] : []
}
