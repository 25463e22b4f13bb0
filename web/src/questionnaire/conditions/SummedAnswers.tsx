import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { isNumber } from './question-choices.ts'
import { QuestionPicker } from './QuestionPicker.tsx'
import { useRule } from './rule-context.ts'

interface SummedAnswersProps {
  readonly name: string
  readonly keys: readonly string[]
  readonly onChange: (keys: readonly string[]) => void
}

/** Answers taken together: those chosen, each with a way out, and one more to choose. */
export function SummedAnswers({ name, keys, onChange }: SummedAnswersProps) {
  const { t } = useTranslation('conditions')
  const { book, rule } = useRule()
  const nameOf = (key: string) => book.standings.get(key)?.question.text.trim() || t('picker.removed')
  return (
    <>
      {keys.length > 0 && (
        <ul className="summed" aria-label={t('calculation.chosenAnswers')}>
          {keys.map((key, at) => (
            <li key={`${key} ${at}`}>
              <span>{nameOf(key)}</span>
              <Button
                look="quiet"
                label={t('calculation.leaveOut', { question: nameOf(key) })}
                onClick={() => onChange(keys.filter((_, index) => index !== at))}
              >
                {t('calculation.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <QuestionPicker
        key={keys.length}
        name={`${name}.add`}
        label={t('calculation.add')}
        value=""
        rosters={rule.rosters}
        isWanted={isNumber}
        takesFocus={keys.length > 0}
        onChange={(key) => onChange([...keys, key])}
      />
    </>
  )
}
