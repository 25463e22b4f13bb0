import { optionsOf, type Question, type Questionnaire, rowsOf } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { typeInWords } from '../type-in-words.ts'

interface BankItemProps {
  /** The document the question stands in, for its lists. */
  readonly source: Questionnaire
  readonly question: Question
  readonly theme: string
  readonly isLocked: boolean
  readonly isPresent: boolean
  readonly isChosen: boolean
  readonly onToggle: () => void
}

/** A question of the bank as it will be asked; one that is in the questionnaire already cannot be chosen again. */
export function BankItem(props: BankItemProps) {
  const { source, question, theme, isLocked, isPresent, isChosen, onToggle } = props
  const { t } = useTranslation('bank')
  const { t: tq } = useTranslation('questionnaire')
  const text = question.text.trim() || question.key
  const marks = `${theme} · ${typeInWords(question, tq)}`
  return (
    <li className="bank-item">
      {isPresent ? (
        <div className="bank-item__present">
          <p className="choice__label">{text}</p>
          <p className="muted">{marks}</p>
          <StatusTag tone="neutral">{t('present')}</StatusTag>
        </div>
      ) : (
        <CheckboxField
          name={`bank-${question.key}`}
          label={text}
          hint={marks}
          isChecked={isChosen}
          onChange={onToggle}
        />
      )}
      {isLocked && (
        <p className="bank-item__lock">
          <Icon name="lock" /> {t('locked')}
        </p>
      )}
      <BankItemContent source={source} question={question} />
    </li>
  )
}

function BankItemContent({ source, question }: Pick<BankItemProps, 'source' | 'question'>) {
  const { t } = useTranslation('bank')
  const options = optionsOf(source, question)
  const rows = rowsOf(source, question)
  const inner = question.type === 'ROSTER' ? question.questions : []
  if (options.length + rows.length + inner.length === 0) return null
  const summary =
    inner.length > 0
      ? t('inner', { count: inner.length })
      : rows.length > 0
        ? t('rows', { count: rows.length })
        : t('answers', { count: options.length })
  return (
    <Disclosure
      summary={
        <span>
          {summary}
          <span className="visually-hidden">: {question.text}</span>
        </span>
      }
    >
      <div className="stack-tight">
        <Lines lines={inner.map(({ key, text }) => [key, text])} />
        <Lines lines={rows.map(({ key, label }) => [key, label])} />
        <Lines lines={options.map(({ code, label }) => [code, label])} />
      </div>
    </Disclosure>
  )
}

function Lines({ lines }: { readonly lines: readonly (readonly [key: string, text: string])[] }) {
  if (lines.length === 0) return null
  return (
    <ul className="bank-lines">
      {lines.map(([key, text]) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  )
}
