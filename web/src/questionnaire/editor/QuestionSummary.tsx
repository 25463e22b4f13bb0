import type { Question } from '@rozeznanie/core/questionnaire'
import { shortText } from '../draft/changed-places.ts'
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
  const { store, t } = useEditor()
  const lists = store.getState().history?.present.lists ?? {}
  const labels = labelsOf(question, lists)
  const shown = labels
    .slice(0, MOST_SHOWN)
    .map((label) => shortText(label, LONGEST))
    .join(' · ')
  const others = labels.length - MOST_SHOWN
  return others > 0 ? `${shown} ${t('summary.more', { count: others })}` : shown
}

type Lists = Readonly<Record<string, { readonly options: readonly { readonly label: string }[] }>>

function labelsOf(question: Question, lists: Lists): readonly string[] {
  switch (question.type) {
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return [question.minLabel, question.maxLabel].filter((label) => label !== undefined)
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return (question.rows ?? lists[question.rowsList ?? '']?.options ?? []).map(({ label }) => label)
    case 'SINGLE':
    case 'MULTI':
    case 'RANK':
      return (question.options ?? lists[question.list ?? '']?.options ?? []).map(({ label }) => label)
    default:
      return []
  }
}
