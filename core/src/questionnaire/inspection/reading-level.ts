import type { Question, Questionnaire, Section } from '../model.ts'
import { optionsOf, rowsOf } from '../options.ts'

/** The mark for public texts: years of schooling that a reader needs (FOG-PL). */
export const READING_MARK = 9
/** Longest sentence of a public text, in words. */
export const LONGEST_SENTENCE = 20
/** Words of so many syllables and more count as hard. */
const HARD_SYLLABLES = 4

const VOWEL = /[aeiouyąęó]/
/** `i` before a vowel only softens the consonant before it: „pies” is one syllable, „wiek” too. */
const SOFT_I = /i(?=[aeouąęó])/g
/** `au` and `eu` are read as one syllable in words such as „auto”, „Europa”. */
const GLIDES = /(?:^|[^n])(?:au|eu)/g

/** Syllables of a Polish word: its vowels, apart from an `i` that only softens. */
export function syllablesIn(word: string): number {
  const plain = word.toLocaleLowerCase('pl').replace(SOFT_I, '')
  const glides = plain.match(GLIDES)?.length ?? 0
  const vowels = [...plain].filter((letter) => VOWEL.test(letter)).length
  return Math.max(vowels - glides, vowels > 0 ? 1 : 0)
}

/** Words of a text: with at least one letter; „Pan/Pani” are two. Expressions in braces are left out. */
export function wordsIn(text: string): readonly string[] {
  return text.replace(/\{[^{}]*\}/g, ' ').match(/\p{L}+/gu) ?? []
}

const SHORTENED = /\b(?:np|m\.in|tzn|tj|itp|itd|ul|nr|tel|godz|min|ok|zł|proc|art)\./giu

/** Sentences of a text; the full stop of a usual abbreviation ends none. */
export function sentencesIn(text: string): readonly string[] {
  return text
    .replace(SHORTENED, (found) => found.slice(0, -1).replaceAll('.', ' '))
    .split(/[.!?…]+(?=\s|$)|[\n;]+/u)
    .filter((sentence) => wordsIn(sentence).length > 0)
}

export interface ReadingLevel {
  /** 0,4 · (words in a sentence + 100 · share of hard words): about the years of schooling needed. */
  readonly fog: number
  readonly words: number
  readonly sentences: number
  readonly hardWords: number
  /** Words of the longest sentence. */
  readonly longestSentence: number
}

/** How hard a text is to read, by FOG-PL. A text without words has level 0. */
export function readingLevel(texts: readonly string[]): ReadingLevel {
  const sentences = texts.flatMap(sentencesIn).map(wordsIn)
  const words = sentences.flat()
  const hardWords = words.filter((word) => syllablesIn(word) >= HARD_SYLLABLES).length
  const longestSentence = sentences.reduce((longest, own) => Math.max(longest, own.length), 0)
  const fog =
    words.length === 0 ? 0 : 0.4 * (words.length / sentences.length + (100 * hardWords) / words.length)
  return { fog, words: words.length, sentences: sentences.length, hardWords, longestSentence }
}

/** Sentences that a question shows; labels of answers are no sentences and stand apart. */
export function sentencesOf(question: Question): readonly string[] {
  if (question.type === 'CALCULATED') return []
  const inner = question.type === 'ROSTER' ? question.questions.flatMap(sentencesOf) : []
  return [question.text, question.help ?? '', ...inner].filter((text) => text.trim() !== '')
}

const ofSection = ({ description, questions }: Section): readonly string[] => [
  ...(description === undefined ? [] : [description]),
  ...questions.flatMap(sentencesOf),
]

/** All running text that a respondent reads, from the introduction to the thanks. */
export function runningText({ intro, thanks, sections }: Questionnaire): readonly string[] {
  return [...intro, ...sections.flatMap(ofSection), ...thanks]
}

/** How many words a question shows, labels of its answers and rows included. */
export function wordsShown(questionnaire: Questionnaire, question: Question): number {
  const own = [question.text, question.help ?? '']
  const labels = [...optionsOf(questionnaire, question), ...rowsOf(questionnaire, question)]
  return [...own, ...labels.map(({ label }) => label)].reduce((sum, text) => sum + wordsIn(text).length, 0)
}
