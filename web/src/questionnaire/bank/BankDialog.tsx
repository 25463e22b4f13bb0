import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { QuestionPlace } from '@rozeznanie/core/questionnaire/editing'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

const BankBrowser = lazy(async () => ({ default: (await import('./BankBrowser.tsx')).BankBrowser }))

export interface BankDialogProps {
  readonly questionnaire: Questionnaire
  /** Where the person is; offered first as the place for what is added. */
  readonly place?: QuestionPlace
  /** The questionnaire with the questions in it, and their keys; the last thing before the window closes. */
  readonly onAdd: (next: Questionnaire, keys: readonly string[]) => void
  readonly onClose: () => void
}

/** Questions and whole modules of the shared bank, to search and to add; the bank is fetched when first needed. */
export function BankDialog(props: BankDialogProps) {
  const { t } = useTranslation('ui')
  return (
    <Suspense
      fallback={
        <p className="visually-hidden" role="status">
          {t('loading')}
        </p>
      }
    >
      <BankBrowser {...props} />
    </Suspense>
  )
}
