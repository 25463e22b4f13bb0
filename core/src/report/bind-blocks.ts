import type { QuestionSummary } from '../analysis/index.ts'
import { boundQuestions, listSections, type Binding, type GroupsBinding } from '../diagnosis/index.ts'
import { choiceBlocks } from './choice-blocks.ts'
import { fieldQuoteBlocks } from './field-quote-blocks.ts'
import { groupBlocks } from './group-blocks.ts'
import { instrumentBlocks } from './instrument-block.ts'
import { matrixBlocks } from './matrix-blocks.ts'
import { methodNote } from './method-note.ts'
import type { ReportBlock } from './model.ts'
import { numberBlocks } from './number-blocks.ts'
import { quoteBlocks } from './quote-blocks.ts'
import { rankingBlocks } from './ranking-blocks.ts'
import { rulesFor, sourceLine, summaryOf, type ReportInput } from './report-input.ts'
import { respondentBlocks, respondentVersions } from './respondent-blocks.ts'
import { serviceNeedBlocks, unmetNeedBlocks } from './service-blocks.ts'
import { shareBlocks } from './share-blocks.ts'
import { ofVersions } from './version-blocks.ts'
import { ofWeights } from './weight-blocks.ts'

const ALL_SHOWN = 'Wszystkie pytania kwestionariusza omówiono w poprzednich rozdziałach.'

/** What a binding becomes; nothing when the survey did not ask its question. */
export function bindBlocks(binding: Binding, input: ReportInput): readonly ReportBlock[] {
  switch (binding.kind) {
    case 'placeholder':
      return [{ kind: 'placeholder', text: binding.text }]
    case 'methodNote':
      return methodNote(input)
    case 'fieldQuotes':
      return fieldQuoteBlocks(binding, input)
    case 'instrument':
      return instrumentBlocks(input)
    case 'remainingQuestions':
      return remainingBlocks(input)
    case 'respondents':
      return ofVersions(respondentBlocks(binding, input), respondentVersions(binding, input), input)
    case 'groups':
      return groupsOf(binding, input)
    default:
      return questionOfVersions(binding, input)
  }
}

function questionOfVersions(binding: QuestionBinding, input: ReportInput): readonly ReportBlock[] {
  const summary = summaryOf(input, binding.question)
  const blocks = questionBlocks(binding, input)
  return summary === undefined ? blocks : ofVersions(ofWeights(blocks, input), summary, input)
}

/** Bindings that show one question. */
type QuestionBinding = Exclude<Extract<Binding, { readonly question: string }>, GroupsBinding>

function questionBlocks(binding: QuestionBinding, input: ReportInput): readonly ReportBlock[] {
  const summary = summaryOf(input, binding.question)
  if (summary === undefined) return []
  const rules = rulesFor(input, binding.question)
  const parts = { source: sourceLine(input), rules, sampleType: input.survey.sampleType }
  if (binding.kind === 'quotes') return quoteBlocks(binding, input)
  if (binding.kind === 'share') return summary.kind === 'CHOICE' ? shareBlocks(summary, binding, rules) : []
  if (binding.kind === 'ranking')
    return summary.kind === 'RANK' ? rankingBlocks(summary, { ...binding, ...parts }) : []
  if (binding.kind === 'choice')
    return summary.kind === 'CHOICE' ? choiceBlocks(summary, { ...binding, ...parts }) : []
  if (summary.kind !== 'MATRIX') return []
  if (binding.kind === 'matrix') return matrixBlocks(summary, { ...binding, ...parts })
  if (binding.kind === 'unmetNeed') return unmetNeedBlocks(summary, { ...binding, ...parts })
  const genitives = input.template.serviceGenitives
  return serviceNeedBlocks(summary, binding.rows, { ...binding, ...parts, genitives })
}

function groupsOf(binding: GroupsBinding, input: ReportInput): readonly ReportBlock[] {
  const crosstab = input.crosstabs.find(
    ({ rowQuestionKey, columnQuestionKey }) =>
      rowQuestionKey === binding.question && columnQuestionKey === binding.byQuestion,
  )
  const everybody = summaryOf(input, binding.question)
  if (crosstab === undefined || everybody?.kind !== 'CHOICE') return []
  const rules = rulesFor(input, binding.question)
  const blocks = groupBlocks(binding, { crosstab, everybody, source: sourceLine(input), rules })
  return ofVersions(ofWeights(blocks, input), crosstab, input)
}

/** Every question that no section of the template shows, in its plainest form. */
function remainingBlocks(input: ReportInput): readonly ReportBlock[] {
  const bound = listSections(input.template.sections).flatMap(({ bindings }) =>
    bindings.flatMap(boundQuestions),
  )
  const remaining = input.summaries.filter(({ questionKey }) => !bound.includes(questionKey))
  const blocks = remaining.flatMap((summary) =>
    ofVersions(ofWeights(plainBlocks(summary, input), input), summary, input),
  )
  return blocks.length === 0 ? [{ kind: 'paragraph', text: ALL_SHOWN }] : blocks
}

function plainBlocks(summary: QuestionSummary, input: ReportInput): readonly ReportBlock[] {
  const captions = { tableCaption: summary.text, chartCaption: summary.text }
  const view = {
    ...captions,
    source: sourceLine(input),
    rules: rulesFor(input, summary.questionKey),
    sampleType: input.survey.sampleType,
  }
  switch (summary.kind) {
    case 'CHOICE':
      return choiceBlocks(summary, { ...view, order: summary.isMultiple ? 'byShare' : 'asListed' })
    case 'MATRIX':
      return matrixBlocks(summary, view)
    case 'NUMBER':
      return numberBlocks(summary, view)
    case 'RANK':
      return rankingBlocks(summary, { ...view, lead: 'Najczęściej wybierano' })
    case 'TEXT':
      return input.releasedAnswers.some(({ questionKey }) => questionKey === summary.questionKey)
        ? quoteBlocks({ kind: 'quotes', question: summary.questionKey, lead: summary.text }, input)
        : []
  }
}
