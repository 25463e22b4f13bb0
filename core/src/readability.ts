const VOWELS = /[aąeęioóuyé]/g
const HARD_SYLLABLES = 4

/** Syllables of a Polish word: its vowels, where an „i” before a vowel only softens („nie” has one, „pani” two). */
export function syllablesOf(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/i(?=[aąeęoóu])/g, '')
    .replace(/^(a|e)u/, '$1')
  return Math.max(1, letters.match(VOWELS)?.length ?? 0)
}

/** Words without numbers, signs and what is filled in later; of „Pan/Pani” a reader reads one. */
function wordsOf(text: string): readonly string[] {
  const plain = text.replace(/\{[^{}]*\}/g, '').replace(/(\p{L}+)\/\p{L}+/gu, '$1')
  return plain.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []
}

/** Sentences of a text; the dot of „tel. 41” or „1 r. w” ends none, for no capital letter follows. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+|[.!?…]+[”)]*(?:\s+(?=[\p{Lu}„–])|$)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)
}

/** Words of the longest sentence. */
export function longestSentence(text: string): number {
  return Math.max(0, ...sentencesOf(text).map((sentence) => wordsOf(sentence).length))
}

/**
 * How many years of school a Polish text asks of its reader: FOG of Robert Gunning as the Workshop of Plain Polish
 * (Pracownia Prostej Polszczyzny, University of Wrocław) counts it, where a hard word has four syllables or more:
 * `0.4 · (words per sentence + 100 · share of hard words)`. Meant for a text of several sentences.
 */
export function fog(text: string): number {
  const words = wordsOf(text)
  if (words.length === 0) return 0
  const hard = words.filter((word) => syllablesOf(word) >= HARD_SYLLABLES).length
  return 0.4 * (words.length / sentencesOf(text).length + (100 * hard) / words.length)
}
