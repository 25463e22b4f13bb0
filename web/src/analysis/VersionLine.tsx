import { useTranslation } from 'react-i18next'
import { listNumbers } from '@rozeznanie/core/text'

interface VersionLineProps {
  readonly versions: readonly number[]
  readonly notes: readonly string[]
}

/** Which versions of the questionnaire are behind a figure, and why not others. */
export function VersionLine({ versions, notes }: VersionLineProps) {
  const { t } = useTranslation('analysis')
  const numbers = listNumbers(versions)
  return (
    <div className="base-line version-line">
      <p className="muted">
        {versions.length === 0 ? t('versions.nobody') : t('versions.from', { numbers })}
      </p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}
