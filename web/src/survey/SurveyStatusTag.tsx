import { useTranslation } from 'react-i18next'
import type { SurveyStatus } from '../gql/graphql.ts'
import { StatusTag } from '../ui/StatusTag.tsx'

const TONES = { SCHEDULED: 'primary', OPEN: 'positive', ENDED: 'attention', CLOSED: 'neutral' } as const

interface SurveyStatusTagProps {
  readonly status: SurveyStatus
}

export function SurveyStatusTag({ status }: SurveyStatusTagProps) {
  const { t } = useTranslation('survey')
  return <StatusTag tone={TONES[status]}>{t(`status.${status}`)}</StatusTag>
}
