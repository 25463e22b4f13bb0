import type { Question, Questionnaire, RuleKind } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import './conditions.css'
import { piecesOf, wordsOfRule } from './rule-words.ts'

interface RuleSentenceProps {
  readonly questionnaire: Questionnaire
  readonly kind: Exclude<RuleKind, 'text'>
  readonly text: string
  /** Whose rule it is; none for the condition of a section. */
  readonly question?: Question
  /** What a respondent reads when a constraint is broken. */
  readonly message?: string
}

/** A rule as a sentence to read: „Pokaż, jeśli odpowiedź na pytanie „Wiek” jest jedną z: …”. */
export function RuleSentence({ questionnaire, kind, text, question, message }: RuleSentenceProps) {
  const { t } = useTranslation('conditions')
  const of = kind === 'visibleIf' && question === undefined ? 'section' : kind
  const words = wordsOfRule(questionnaire, kind, text, question)
  const said = t(`sentence.${of}`, { condition: words })
  return (
    <p className="condition">
      {piecesOf(said).map((piece, at) =>
        piece.isName ? (
          <strong key={at} className="condition__name">
            {piece.text}
          </strong>
        ) : (
          <span key={at}>{piece.text}</span>
        ),
      )}
      {message && <span> {t('sentence.otherwise', { message })}</span>}
    </p>
  )
}
