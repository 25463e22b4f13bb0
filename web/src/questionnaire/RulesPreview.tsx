import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { RuleSentence } from './conditions/RuleSentence.tsx'

interface RulesPreviewProps {
  readonly questionnaire: Questionnaire
  readonly question: Question
}

/** The rules of a question as sentences. */
export function RulesPreview({ questionnaire, question }: RulesPreviewProps) {
  const { visibleIf, requiredIf, constraint = [] } = question
  const rules = [
    ['visibleIf', visibleIf],
    ['rowVisibleIf', 'rowVisibleIf' in question ? question.rowVisibleIf : undefined],
    ['optionFilter', 'optionFilter' in question ? question.optionFilter : undefined],
    ['requiredIf', requiredIf],
    ['expression', question.type === 'CALCULATED' ? question.expression : undefined],
  ] as const
  return (
    <>
      {rules.map(
        ([kind, text]) => text && <RuleSentence key={kind} {...{ questionnaire, question, kind, text }} />,
      )}
      {constraint.map(({ expression, message }, at) => (
        <RuleSentence
          key={at}
          kind="constraint"
          text={expression}
          {...{ questionnaire, question, message }}
        />
      ))}
    </>
  )
}
