import type { Condition, PaperQuestionnaire } from './paper-routing.ts'
import { paperWords } from './paper-words.ts'

interface RoutingProps {
  readonly paper: PaperQuestionnaire
  readonly condition: Condition | null
  readonly say: 'onlyIf' | 'textOnlyIf' | 'sectionOnlyIf' | 'rowsOnlyIf' | 'optionsOnlyIf'
}

/** Who goes on here; in Polish where a condition has no words in the language of the paper. */
export function Routing({ paper, condition, say }: RoutingProps) {
  if (condition === null) return null
  return (
    <p
      className="paper__routing"
      lang={condition.language === paper.language ? undefined : condition.language}
    >
      {paperWords(condition.language)[say](condition.words)}
    </p>
  )
}
