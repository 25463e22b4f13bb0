import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { ExpressionField } from './ExpressionField.tsx'
import { RuleSentence } from './RuleSentence.tsx'
import { useRule } from './rule-context.ts'
import { plainProblems } from './rule-words.ts'

interface RuleFrameProps {
  readonly name: string
  readonly text: string
  /** Can the pickers show the rule? */
  readonly isShowable: boolean
  readonly message?: string
  /** The clauses say themselves what is wrong with them. */
  readonly areProblemsSaid?: boolean
  readonly onText: (text: string) => void
  readonly onRemove?: () => void
  readonly children: ReactNode
}

/** The sentence first, then the pickers or, when asked for, the text of the rule. */
export function RuleFrame(props: RuleFrameProps) {
  const { name, text, isShowable, message, areProblemsSaid = false, onText, onRemove, children } = props
  const { t } = useTranslation('conditions')
  const { rule } = useRule()
  const [wantsText, setWantsText] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const isText = wantsText || !isShowable
  const write = (written: string) => {
    // stays a text while it is typed, even when pickers could show it halfway
    setWantsText(true)
    onText(written)
  }
  const of = rule.kind === 'visibleIf' && rule.question === undefined ? 'section' : rule.kind
  return (
    <div className="rule" role="group" aria-label={t(`title.${of}`)} ref={frame} tabIndex={-1}>
      <RuleState {...{ text, message }} saysProblems={!isText && !areProblemsSaid} />
      {isText && !isShowable && <p className="muted">{t('expression.only')}</p>}
      {isText ? <ExpressionField name={`${name}.text`} text={text} onChange={write} /> : children}
      <div className="row rule__actions">
        {isShowable && (text !== '' || wantsText) && (
          <Button look="quiet" onClick={() => setWantsText(!wantsText)}>
            {t(wantsText ? 'expression.leave' : 'expression.open')}
          </Button>
        )}
        {(text !== '' || onRemove) && (
          <Button
            look="quiet"
            onClick={() => {
              setWantsText(false)
              if (onRemove) onRemove()
              else onText('')
              frame.current?.focus()
            }}
          >
            {t(
              `rule.remove.${rule.kind === 'constraint' || rule.kind === 'expression' ? rule.kind : 'condition'}`,
            )}
          </Button>
        )}
      </div>
    </div>
  )
}

interface RuleStateProps {
  readonly text: string
  readonly message?: string
  readonly saysProblems: boolean
}

/** What the rule says now, said anew by a screen reader when it changes, and what is wrong with it. */
function RuleState({ text, message, saysProblems }: RuleStateProps) {
  const { t } = useTranslation('conditions')
  const { book, rule } = useRule()
  const { kind, question } = rule
  const of = kind === 'visibleIf' && question === undefined ? 'section' : kind
  const problems = saysProblems ? plainProblems(book, rule, text) : []
  return (
    <>
      <div className="rule__sentence" aria-live="polite">
        {text === '' || kind === 'text' ? (
          <p>{t(`none.${of}`)}</p>
        ) : (
          <RuleSentence questionnaire={book.questionnaire} {...{ kind, text, question, message }} />
        )}
      </div>
      {problems.length > 0 && (
        <ul className="rule__problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </>
  )
}
