import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice.tsx'

interface PersonalDataNoticeProps {
  readonly warnings: readonly string[]
  /** What is to be done about it. */
  readonly advice: string
}

/** What in a text may point at a person; nothing when nothing was found. */
export function PersonalDataNotice({ warnings, advice }: PersonalDataNoticeProps) {
  const { t } = useTranslation('note')
  if (warnings.length === 0) return null
  return (
    <Notice tone="warning" title={t('warnings.title')} isAnnounced>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <p>{advice}</p>
    </Notice>
  )
}
