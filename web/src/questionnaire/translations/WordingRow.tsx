import type { Wording } from '@rozeznanie/core/questionnaire'
import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { directionOf } from './languages.ts'

interface WordingRowProps {
  readonly wording: Wording
  readonly language: string
  /** Made by the owner of a shared question: shown, not changed. */
  readonly isFixed: boolean
  readonly onChange: (path: string, text: string) => void
}

/** A Polish text and its field for the other language. */
export const WordingRow = memo(function WordingRow({
  wording,
  language,
  isFixed,
  onChange,
}: WordingRowProps) {
  const { t } = useTranslation('translations')
  const id = useId()
  const { path, part, polish } = wording
  return (
    <div className="wording-row">
      <div className="wording-row__polish" id={id}>
        <span className="wording-row__part">{t(`part.${part}`)}</span>
        <span>{polish}</span>
      </div>
      {isFixed ? (
        <div className="wording-row__fixed">
          <span lang={language} dir={directionOf(language)}>
            {wording.wording}
          </span>
          <span className="wording-row__lock">
            <Icon name="lock" /> {t('fixed')}
          </span>
        </div>
      ) : (
        <textarea
          className="control wording-row__field"
          aria-labelledby={id}
          lang={language}
          dir={directionOf(language)}
          rows={1}
          maxLength={2000}
          value={wording.wording}
          onChange={(event) => onChange(path, event.target.value)}
        />
      )}
    </div>
  )
})
