import { identifiersIn, type Identifier } from '@rozeznanie/core/response'
import { texts } from '../texts.ts'
import { cautionsIn } from './caution-texts.ts'

/** What in these answers leads to one person, each thing once. */
const foundIn = (answers: readonly string[]): readonly Identifier[] => [
  ...new Set(answers.flatMap(identifiersIn)),
]

interface CautionProps {
  /** Texts that the person wrote. */
  readonly answers: readonly string[]
}

/** Says, before anything is sent, that a text holds a number or an address by which one can be found. */
export function Caution({ answers }: CautionProps) {
  const found = foundIn(answers)
  if (found.length === 0) return null
  const words = cautionsIn(texts.code)
  return (
    <p class="note">
      <strong>{words.found(found)}</strong> {words.advice}
    </p>
  )
}
