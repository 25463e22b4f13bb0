import { describe, expect, it } from 'vitest'
import { questionnaireLibrary } from './questionnaire/library/index.ts'
import { everyQuestion } from './questionnaire/index.ts'
import { fog, longestSentence, sentencesOf, syllablesOf } from './readability.ts'

describe('how hard a Polish text is', () => {
  it.each([
    ['nie', 1],
    ['pani', 2],
    ['wsi', 1],
    ['pieniądze', 3],
    ['ankieta', 3],
    ['odpowiedzi', 4],
    ['mieszkaniec', 3],
    ['auto', 2],
    ['w', 1],
    ['Deinstytucjonalizacji', 9],
  ])('„%s” has %i syllables', (word, count) => {
    expect(syllablesOf(word)).toBe(count)
  })

  it('ends a sentence where one ends, not after an abbreviation', () => {
    expect(sentencesOf('Proszę zadzwonić: tel. 41 378 00 00. Pomożemy! „Tak” też jest dobre.')).toHaveLength(
      3,
    )
  })

  it('is counted from the length of sentences and from words of four syllables and more', () => {
    expect(fog('Ala ma kota. Kot lubi mleko.')).toBeCloseTo(0.4 * 3)
    expect(fog('Ala ma kota i odpowiedzi.')).toBeCloseTo(0.4 * (5 + 20))
    expect(fog('')).toBe(0)
  })

  it('counts the words of the longest sentence, and „Pan/Pani” as one', () => {
    expect(longestSentence('Ile ma Pan/Pani lat? Tak.')).toBe(4)
  })
})

const EASY_TEXTS = [
  ...new Set(
    questionnaireLibrary.flatMap((one) => everyQuestion(one).flatMap(({ easyText }) => easyText ?? [])),
  ),
]

describe('the questionnaires of the library', () => {
  it.each(questionnaireLibrary.map((one) => [one.key, one] as const))(
    'introduce %s in words that eight years of school are enough for',
    (_key, { intro, thanks }) => {
      const text = [...intro, ...thanks].join('\n')

      expect(fog(text)).toBeLessThanOrEqual(9)
      expect(longestSentence(text)).toBeLessThanOrEqual(20)
    },
  )

  it('have easy wordings that are easy', () => {
    expect(EASY_TEXTS.length).toBeGreaterThan(40)
    expect(EASY_TEXTS.filter((text) => longestSentence(text) > 12)).toEqual([])
    expect(fog(EASY_TEXTS.join('\n'))).toBeLessThanOrEqual(6)
  })
})
