import { useTranslation } from 'react-i18next'
import { StatusTag } from '../ui/StatusTag.tsx'

interface QuestionnaireStateProps {
  /** Number of the newest published version. */
  readonly versionNumber: number | undefined
  readonly hasChanges: boolean
}

/** Where a questionnaire stands: a draft, a version, a version with changes that nobody sees yet. */
export function QuestionnaireState({ versionNumber, hasChanges }: QuestionnaireStateProps) {
  const { t } = useTranslation('questionnaire')
  if (versionNumber === undefined) return <StatusTag tone="attention">{t('state.draft')}</StatusTag>
  return (
    <span className="state-tags">
      <StatusTag tone="positive">{t('state.version', { number: versionNumber })}</StatusTag>
      {hasChanges && <StatusTag tone="attention">{t('state.changed')}</StatusTag>}
    </span>
  )
}
