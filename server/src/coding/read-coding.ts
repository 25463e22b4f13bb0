import {
  type Agreement,
  agreementOf,
  allCodes,
  type CodedAnswers,
  type CodeSuggester,
  countCodes,
  createSuggester,
  finalCodes,
  findTopics,
  type Topic,
} from '@rozeznanie/core/coding'
import type { Context } from '../context.ts'
import type { OpenCoding } from './coding.access.ts'
import { codingsOf, loadCoderNames, loadCodings, loadTexts } from './coding.store.ts'

/** So many texts are enough to learn from; more would only take longer. */
const MOST_TEXTS = 2_000

/** How far the coding of a question is. */
export interface CodingState extends CodedAnswers {
  /** Of the two people who coded most answers in common; `null` before they have two. */
  readonly agreement: (Agreement & { readonly coders: readonly string[] }) | null
}

/** Counts the codes of a question and compares its coders. */
export async function readCodingState({ db }: Pick<Context, 'db'>, opened: OpenCoding): Promise<CodingState> {
  const codes = allCodes(opened.stored.codebook)
  const answers = await loadCodings(db, opened.place)
  const shared = answers.filter(({ first, second }) => first !== null && second !== null)
  const ids = [...new Set(shared.flatMap(({ firstId, secondId }) => [firstId, secondId]))]
  const names = await loadCoderNames(
    db,
    ids.filter((id) => id !== null),
  )
  const nameOf = ({ responseId, questionKey }: (typeof shared)[number]) => `${responseId} ${questionKey}`
  const agreement = agreementOf(
    shared.map((answer) => ({ answer: nameOf(answer), codes: answer.first ?? [] })),
    shared.map((answer) => ({ answer: nameOf(answer), codes: answer.second ?? [] })),
    codes.map(({ id }) => id),
  )
  return {
    ...countCodes(answers.map(codingsOf), codes),
    agreement: agreement && { ...agreement, coders: [...names.values()].sort() },
  }
}

/** Learns from what is coded which codes a text may have. */
export async function readSuggester({ db }: Pick<Context, 'db'>, opened: OpenCoding): Promise<CodeSuggester> {
  const coded = await loadTexts(db, opened.place, { isCoded: true, limit: MOST_TEXTS })
  return createSuggester(
    allCodes(opened.stored.codebook),
    coded.flatMap((answer) => {
      const codes = finalCodes(codingsOf(answer))
      return codes === null ? [] : [{ text: answer.text, codes }]
    }),
  )
}

/** A topic with a few answers that speak of it. */
export interface TopicWithExamples extends Topic {
  readonly examples: readonly string[]
}

const EXAMPLES = 3

/** What answers without codes speak of. */
export async function readTopics(
  { db }: Pick<Context, 'db'>,
  opened: OpenCoding,
): Promise<readonly TopicWithExamples[]> {
  const answers = await loadTexts(db, opened.place, { isCoded: false, limit: MOST_TEXTS })
  const texts = answers.map(({ text }) => text)
  return findTopics(texts).map((topic) => ({
    ...topic,
    examples: topic.texts.slice(0, EXAMPLES).map((at) => texts[at] ?? ''),
  }))
}
