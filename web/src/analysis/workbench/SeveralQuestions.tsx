import { useTranslation } from 'react-i18next'
import { MOST_TABLES } from '@rozeznanie/core/analysis'
import { Button } from '../../ui/Button.tsx'
import { ComboboxField } from '../../ui/ComboboxField.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { chosenQuestions, type OfferedQuestion } from './questions.ts'

interface SeveralQuestionsProps {
  readonly questions: readonly OfferedQuestion[]
  readonly rowKeys: readonly string[]
  readonly onChange: (rowKeys: readonly string[]) => void
}

/** Further questions beside the first: on one chart where their answers are the same, else one under another. */
export function SeveralQuestions({ questions, rowKeys, onChange }: SeveralQuestionsProps) {
  const { t } = useTranslation('workbench')
  const [first, ...others] = chosenQuestions(questions, rowKeys)
  const rowKeysOf = (value: string) => questions.find((question) => question.value === value)?.rowKeys ?? []
  if (!first) return null
  return (
    <Disclosure summary={t('show.several')} isOpenAtFirst={others.length > 0}>
      <div className="stack-tight">
        {others.length > 0 && (
          <ul className="chosen">
            {others.map(({ value, label, rowKeys: rows }) => (
              <li key={value}>
                <span>{label}</span>
                <Button
                  look="quiet"
                  label={t('show.dropOf', { label })}
                  onClick={() => onChange(rowKeys.filter((key) => !rows.includes(key)))}
                >
                  {t('show.drop')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {rowKeys.length < MOST_TABLES ? (
          <ComboboxField
            name="another"
            label={t('show.another')}
            hint={t('show.anotherHint')}
            value=""
            choices={questions.filter(({ rowKeys: rows }) => rows.some((key) => !rowKeys.includes(key)))}
            onChange={(value) =>
              onChange([...new Set([...rowKeys, ...rowKeysOf(value)])].slice(0, MOST_TABLES))
            }
          />
        ) : (
          <p className="muted">{t('show.most', { count: MOST_TABLES })}</p>
        )}
      </div>
    </Disclosure>
  )
}
