import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextAreaField } from '../ui/TextAreaField.tsx'
import { type DraftMargin, pasted } from './weights-draft.ts'

interface PasteBoxProps {
  readonly at: number
  readonly margin: DraftMargin
  readonly onChange: (margin: DraftMargin) => void
}

interface Outcome {
  readonly foundCount: number
  readonly unknown: readonly string[]
}

/** Takes the numbers out of a table copied from a spreadsheet or from a page of the statistical office. */
export function PasteBox({ at, margin, onChange }: PasteBoxProps) {
  const { t } = useTranslation('weighting')
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const take = () => {
    const { margin: filled, ...found } = pasted(margin, text)
    setOutcome(found)
    if (found.foundCount > 0) onChange(filled)
  }
  const all = margin.categories.length
  return (
    <Disclosure summary={t('paste.summary')}>
      <div className="stack-tight">
        <TextAreaField
          name={`margins.${at}.pasted`}
          label={t('paste.label')}
          context={margin.name}
          hint={t('paste.hint')}
          rows={5}
          value={text}
          onChange={setText}
        />
        <div className="row">
          <Button look="secondary" onClick={take}>
            {t('paste.take')}
          </Button>
        </div>
        {outcome && (
          <Notice tone={outcome.foundCount === all ? 'success' : 'warning'} isAnnounced>
            <p>{t('paste.found', { found: outcome.foundCount, all })}</p>
            {outcome.unknown.length > 0 && (
              <p>{t('paste.unknown', { labels: outcome.unknown.slice(0, 5).join('; ') })}</p>
            )}
          </Notice>
        )}
      </div>
    </Disclosure>
  )
}
