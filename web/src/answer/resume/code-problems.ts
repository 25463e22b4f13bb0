import type { LaterTexts } from './later-texts.ts'
import type { ResumeOutcome } from './park.ts'

/** Why a code opened nothing, as sentences; which word, where it is a word. */
export function codeProblems(
  words: LaterTexts,
  outcome: Exclude<ResumeOutcome, { readonly kind: 'found' }>,
): readonly string[] {
  switch (outcome.kind) {
    case 'none':
      return [words.none]
    case 'unreachable':
      return [words.unreachable]
    case 'refused':
      return [outcome.message]
    case 'misread': {
      const { reading } = outcome
      if (reading.kind === 'count')
        return [reading.count === 0 ? words.nothingTyped : words.count(reading.count)]
      return reading.words.map(({ position, typed, similar }) => words.unknownWord(position, typed, similar))
    }
  }
}
