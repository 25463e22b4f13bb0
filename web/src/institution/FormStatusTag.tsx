import type { FormStatus } from '@rozeznanie/core/institution'
import { useTranslation } from 'react-i18next'
import { StatusTag } from '../ui/StatusTag.tsx'

const TONES = {
  INVITED: 'neutral',
  FILLING: 'neutral',
  SUBMITTED: 'attention',
  RETURNED: 'primary',
  ACCEPTED: 'positive',
} as const

interface FormStatusTagProps {
  readonly status: FormStatus
}

export function FormStatusTag({ status }: FormStatusTagProps) {
  const { t } = useTranslation('institution')
  return <StatusTag tone={TONES[status]}>{t(`status.${status}`)}</StatusTag>
}
