import { MOST_QUOTES } from '@rozeznanie/core/note'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { errorOf, type FormProblem } from '../ui/form-problems.ts'
import { TextAreaField } from '../ui/TextAreaField.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { QuoteFields } from './note-draft.ts'

interface QuotesFieldsProps {
  readonly quotes: readonly QuoteFields[]
  readonly problems: readonly FormProblem[]
  readonly onChange: (quotes: readonly QuoteFields[]) => void
}

/** Words of residents as they were said; each may go into the report later. */
export function QuotesFields({ quotes, problems, onChange }: QuotesFieldsProps) {
  const { t } = useTranslation('note')
  const [made, setMade] = useState(0)
  const add = () => {
    setMade(made + 1)
    onChange([...quotes, { key: `n${made}`, number: null, text: '', speaker: '' }])
  }
  const put = (key: string, part: Partial<QuoteFields>) =>
    onChange(quotes.map((quote) => (quote.key === key ? { ...quote, ...part } : quote)))
  return (
    <fieldset className="note-quotes">
      <legend>{t('quotes.title')}</legend>
      <p className="muted">{t('quotes.hint')}</p>
      {quotes.map(({ key, text, speaker }, index) => (
        <div key={key} className="note-quotes__one">
          <TextAreaField
            name={`quotes.${index}.text`}
            label={t('quotes.text', { number: index + 1 })}
            rows={3}
            value={text}
            onChange={(value) => put(key, { text: value })}
            error={errorOf(problems, `quotes.${index}.text`)}
          />
          <TextField
            name={`quotes.${index}.speaker`}
            label={t('quotes.speaker')}
            context={t('quotes.of', { number: index + 1 })}
            hint={t('quotes.speakerHint')}
            isOptional
            value={speaker}
            onChange={(value) => put(key, { speaker: value })}
            error={errorOf(problems, `quotes.${index}.speaker`)}
          />
          <div>
            <Button
              look="quiet"
              label={t('quotes.removeOf', { number: index + 1 })}
              onClick={() => onChange(quotes.filter((quote) => quote.key !== key))}
            >
              {t('quotes.remove')}
            </Button>
          </div>
        </div>
      ))}
      {quotes.length < MOST_QUOTES && (
        <div>
          <Button look="secondary" onClick={add}>
            {t('quotes.add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
