import { numbersOf } from './question-names.ts'
import { useOfDraft } from './use-editor.ts'

/** The number of a question as it is now; alone, so that a question put in does not draw all later cards again. */
export function useNumber(key: string): string {
  return useOfDraft(({ history }) => (history && numbersOf(history.present).get(key)) ?? '')
}

export function QuestionNumber({ questionKey }: { readonly questionKey: string }) {
  return <span className="question-number">{useNumber(questionKey)}.</span>
}
