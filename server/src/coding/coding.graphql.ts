import {
  type DefaultConnectionArguments,
  resolveCursorConnection,
  type ResolveCursorConnectionArgs,
} from '@pothos/plugin-relay'
import {
  allCodes,
  type Code,
  type CodeAgreement,
  type CodeCount,
  type CodeSuggester,
  finalCodes,
  isDoubleCoded,
  verdictOn,
} from '@rozeznanie/core/coding'
import { personalDataWarnings } from '@rozeznanie/core/response'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { badInput } from '../kernel/refusals.ts'
import type { OpenedAnswer } from './code-answer.ts'
import { openCoding, type OpenCoding } from './coding.access.ts'
import { CODING_SHOWS, type CodingShow, codingsOf, countAnswers, findAnswers } from './coding.store.ts'
import {
  type CodingState,
  readCodingState,
  readSuggester,
  readTopics,
  type TopicWithExamples,
} from './read-coding.ts'

const FLAT = { field: 1, multiplier: 1 } as const
const COUNTING = { field: 20, multiplier: 1 } as const

const OpenCodeRef = builder.objectRef<Code>('OpenCode')
OpenCodeRef.implement({
  description: 'A meaning that open answers are sorted under.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Never changes within its codebook.' }),
    label: t.exposeString('label'),
    description: t.exposeString('description', {
      description: 'What belongs here and what does not; may be empty.',
    }),
  }),
})

const OpenCodeCountRef = builder.objectRef<CodeCount>('OpenCodeCount')
OpenCodeCountRef.implement({
  description: 'How many answers have a code.',
  fields: (t) => ({
    id: t.exposeString('id'),
    label: t.exposeString('label'),
    count: t.exposeInt('count'),
  }),
})

const CodeAgreementRef = builder.objectRef<CodeAgreement>('CodeAgreement')
CodeAgreementRef.implement({
  description: 'How two people agree on one code.',
  fields: (t) => ({
    code: t.exposeString('code'),
    firstCount: t.exposeInt('firstCount', { description: 'Answers to which the first coding gave it.' }),
    secondCount: t.exposeInt('secondCount'),
    bothCount: t.exposeInt('bothCount'),
    kappa: t.exposeFloat('kappa', {
      nullable: true,
      description: "Cohen's κ; null where there is no variation to agree on.",
    }),
  }),
})

const AgreementVerdictEnum = builder.enumType('AgreementVerdict', {
  description: 'α of at least 0.8, of at least 0.667, less, or none.',
  values: ['GOOD', 'TENTATIVE', 'POOR', 'UNKNOWN'] as const,
})

const CodingAgreementRef = builder.objectRef<NonNullable<CodingState['agreement']>>('CodingAgreement')
CodingAgreementRef.implement({
  description: 'How people agree who coded the same answers, neither seeing what the other chose.',
  fields: (t) => ({
    coders: t.stringList({ resolve: ({ coders }) => [...coders] }),
    count: t.exposeInt('count', { description: 'Answers that two people coded.' }),
    sameCount: t.exposeInt('sameCount', { description: 'Of them with exactly the same codes.' }),
    alpha: t.exposeFloat('alpha', {
      nullable: true,
      description: "Krippendorff's α; null where there is no variation to agree on.",
    }),
    verdict: t.field({ type: AgreementVerdictEnum, resolve: verdictOn }),
    codes: t.expose('codes', { type: [CodeAgreementRef], complexity: FLAT }),
  }),
})

const CodingStateRef = builder.objectRef<CodingState>('CodingState')
CodingStateRef.implement({
  description: 'How far the coding of a question is, and what comes out of it.',
  fields: (t) => ({
    answerCount: t.exposeInt('answerCount'),
    codedCount: t.exposeInt('codedCount', {
      description: 'Answers whose codes are final: the base of percentages.',
    }),
    openCount: t.exposeInt('openCount', { description: 'Answers on which people differ.' }),
    codes: t.expose('codes', {
      type: [OpenCodeCountRef],
      complexity: FLAT,
      description: 'Most frequent first; an answer may have several codes.',
    }),
    agreement: t.expose('agreement', { type: CodingAgreementRef, nullable: true, complexity: FLAT }),
  }),
})

const TopicRef = builder.objectRef<TopicWithExamples>('OpenTopic')
TopicRef.implement({
  description: 'Something that several answers without codes speak of: an offer for a new code.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'As people wrote it most often.' }),
    count: t.int({ resolve: ({ texts }) => texts.length }),
    examples: t.stringList({ resolve: ({ examples }) => [...examples] }),
  }),
})

/** An answer as the list shows it to one person. */
export interface ShownAnswer extends OpenedAnswer {
  readonly suggest: CodeSuggester | null
}

/** An open answer with its codes. */
export const CodedAnswerRef = builder.objectRef<ShownAnswer>('CodedAnswer')
CodedAnswerRef.implement({
  description: "An open answer with its codes; another person's codes are seen only after one's own.",
  fields: (t) => ({
    responseId: t.id({ resolve: ({ answer }) => answer.responseId }),
    text: t.string({ resolve: ({ answer }) => answer.text }),
    version: t.int({
      description: 'Number of the version of the questionnaire that was answered.',
      resolve: ({ answer }) => answer.version,
    }),
    isShared: t.boolean({
      description: 'Two people code it.',
      resolve: ({ answer, opened }) => isDoubleCoded(answer.responseId, opened.stored.doubleShare),
    }),
    ownCodes: t.stringList({
      description: "The viewer's own; none before they coded it.",
      resolve: ({ answer, opened: { viewer } }) => {
        if (answer.firstId === viewer.accountId) return [...(answer.first ?? [])]
        return answer.secondId === viewer.accountId ? [...(answer.second ?? [])] : []
      },
    }),
    finalCodes: t.stringList({
      nullable: true,
      description: 'Null: not coded, or people differ, or the viewer has yet to code it without seeing them.',
      resolve: ({ answer, opened }) => {
        const isOwn = [answer.firstId, answer.secondId].includes(opened.viewer.accountId)
        const isShared = isDoubleCoded(answer.responseId, opened.stored.doubleShare)
        if (isShared && !isOwn && answer.second === null && answer.settled === null) return null
        const codes = finalCodes(codingsOf(answer))
        return codes && [...codes]
      },
    }),
    differing: t.field({
      type: t.listRef(t.listRef('String')),
      nullable: true,
      complexity: FLAT,
      description: 'What two people chose, where they differ and nothing is settled; null elsewhere.',
      resolve: ({ answer: { first, second, ...answer } }) =>
        first !== null && second !== null && finalCodes(codingsOf({ first, second, ...answer })) === null
          ? [first, second]
          : null,
    }),
    suggestedCodes: t.stringList({
      description: 'Offers only, best first.',
      resolve: ({ answer, suggest }) => [...(suggest?.(answer.text) ?? [])],
    }),
    warnings: t.stringList({
      description: 'What the check for personal data found, in Polish; empty when nothing.',
      resolve: ({ answer }) => [...personalDataWarnings(answer.text)],
    }),
  }),
})

const CodingShowEnum = builder.enumType('CodingShow', {
  description:
    'What the viewer has yet to code, what somebody coded, on what two people differ, or everything.',
  values: CODING_SHOWS,
})

const PAGE = { defaultSize: 20, maxSize: 100 } as const
const cursorOf = (cursor: string | undefined): string | undefined => {
  if (cursor !== undefined && !isUuid(cursor)) throw badInput('Takiego miejsca na liście nie ma.')
  return cursor
}

interface WantedAnswers extends DefaultConnectionArguments {
  readonly show: CodingShow
  readonly code?: string | null | undefined
}

/** One page of answers with what each may be coded as. */
async function readAnswerPage(
  context: Pick<Context, 'db'>,
  opened: OpenCoding,
  { show, code, ...args }: WantedAnswers,
) {
  const { stored, viewer, place } = opened
  const { doubleShare } = stored
  const { accountId } = viewer
  const wanted = { ...place, show, code: code ?? undefined, doubleShare, accountId }
  const suggest = await readSuggester(context, opened)
  const page = await resolveCursorConnection(
    { args, ...PAGE, toCursor: ({ answer }: ShownAnswer) => answer.responseId },
    async ({ before, after, limit, inverted: isInverted }: ResolveCursorConnectionArgs) => {
      const edges = { before: cursorOf(before), after: cursorOf(after), limit, isInverted }
      const found = await findAnswers(context.db, { ...wanted, ...edges })
      return found.map((answer) => ({ answer, opened, suggest }))
    },
  )
  return { ...page, totalCount: await countAnswers(context.db, wanted) }
}

/** The coding of one open question. */
export const OpenCodingRef = builder.objectRef<OpenCoding>('OpenCoding')
OpenCodingRef.implement({
  description: 'The coding of one open question of a survey.',
  fields: (t) => ({
    questionKey: t.exposeString('questionKey'),
    revision: t.int({ resolve: ({ stored }) => stored.revision }),
    doubleShare: t.float({
      description: 'Share of answers that two people code, 0 to 1.',
      resolve: ({ stored }) => stored.doubleShare,
    }),
    codes: t.field({
      type: [OpenCodeRef],
      complexity: FLAT,
      description: 'The fixed codes „inne” and „bez treści” are the last two.',
      resolve: ({ stored }) => allCodes(stored.codebook),
    }),
    state: t.field({
      type: CodingStateRef,
      complexity: COUNTING,
      resolve: (opened, _args, context) => readCodingState(context, opened),
    }),
    topics: t.field({
      type: [TopicRef],
      complexity: COUNTING,
      description: 'What answers without codes speak of.',
      resolve: (opened, _args, context) => readTopics(context, opened),
    }),
    answers: t.connection(
      {
        type: CodedAnswerRef,
        description: 'In an order that tells nothing of time.',
        args: {
          show: t.arg({ type: CodingShowEnum, required: true }),
          code: t.arg.string({ description: 'Only answers with this code.' }),
        },
        resolve: (opened, args, context) => readAnswerPage(context, opened, args),
      },
      {
        name: 'CodedAnswerConnection',
        fields: (connection) => ({
          totalCount: connection.int({ resolve: ({ totalCount }) => totalCount }),
        }),
      },
      { name: 'CodedAnswerEdge' },
    ),
  }),
})

builder.prismaObjectField('Survey', 'coding', (t) =>
  t.field({
    type: OpenCodingRef,
    nullable: true,
    description:
      'The coding of one open question. Null for accounts that do not organise the survey, and for other questions.',
    select: { id: true },
    args: {
      questionKey: t.arg.string({
        required: true,
        description: 'Of `resultsQuestionnaire`, or its `<key>.inne`.',
      }),
    },
    resolve: ({ id }, { questionKey }, context) => openCoding(context, id, questionKey),
  }),
)
