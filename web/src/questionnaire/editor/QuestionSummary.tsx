import { optionsOf, rowsOf, type Question, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { shortText } from '../draft/changed-places.ts'
import { present } from './question-actions.ts'
import { useEditor } from './use-editor.ts'

const MOST_SHOWN = 5
const LONGEST = 40

/** The answers of a closed card in one line; a click anywhere on it opens the card, as its title does. */
export function QuestionSummary({ question }: { readonly question: Question }) {
  const { desk } = useEditor()
  const words = useSummary(question)
  if (words === '') return null
  return (
    <p className="question-card__summary" onClick={() => desk.open(`question:${question.key}`)}>
      {words}
    </p>
  )
}

function useSummary(question: Question): string {
  const editor = useEditor()
  const { t } = editor
  const labels = labelsOf(question, present(editor))
  const shown = labels
    .slice(0, MOST_SHOWN)
    .map((label) => shortText(label, LONGEST))
    .join(' · ')
  const others = labels.length - MOST_SHOWN
  return others > 0 ? `${shown} ${t('summary.more', { count: others })}` : shown
}

/** What is offered: of a shared list only what was kept. */
function labelsOf(question: Question, questionnaire: Questionnaire): readonly string[] {
  switch (question.type) {
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return [question.minLabel, question.maxLabel].filter((label) => label !== undefined)
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return rowsOf(questionnaire, question).map(({ label }) => label)
    case 'SINGLE':
    case 'MULTI':
    case 'RANK':
      return optionsOf(questionnaire, question).map(({ label }) => label)
    default:
      return []
  }
}
