import { describe, expect, it } from 'vitest'
import { fog, longestSentence } from '@rozeznanie/core/readability'
import { plainTextsIn } from './plain/plain-texts.ts'
import { polishTexts } from './wordings/polish.ts'

/** Everything that is said in whole sentences; single words and labels make no text that could be hard. */
function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /\s.*[.?!]$/s.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : []
}

describe.each([
  ['with scripts', polishTexts],
  ['without scripts', plainTextsIn('pl')],
])('what the page says by itself %s', (_name, texts) => {
  const said = sentencesIn(texts)

  it('can be read with eight years of school', () => {
    expect(said.length).toBeGreaterThan(4)
    expect(fog(said.join('\n'))).toBeLessThanOrEqual(9)
  })

  it('keeps sentences to twenty words', () => {
    expect(said.filter((text) => longestSentence(text) > 20)).toEqual([])
  })
})
