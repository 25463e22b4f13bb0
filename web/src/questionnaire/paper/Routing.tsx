import { type Condition, type PaperQuestionnaire, paperWords } from '@rozeznanie/core/questionnaire/paper'

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
