import { languagesBegun } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { useAddress } from '../../ui/use-address.ts'
import { ConflictDialog } from '../draft/ConflictDialog.tsx'
import { DraftNotices } from '../draft/DraftNotices.tsx'
import { SavedState } from '../draft/SavedState.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { QuestionnaireFrame } from '../QuestionnaireFrame.tsx'
import { LanguagePicker } from './LanguagePicker.tsx'
import { Translating } from './Translating.tsx'
import './translations.css'

/** Every text of the draft in another language, beside the Polish one. */
export function TranslationsPage() {
  const { t } = useTranslation('translations')
  const { key = '' } = useParams()
  const [address, setAddress] = useAddress()
  const { store, status, problem, questionnaire } = useDraft(key)
  if (!store || !questionnaire || status !== 'ready') {
    return (
      <PageFallback
        isLoading={status === 'loading'}
        problem={status === 'failed' ? (problem ?? undefined) : undefined}
        onRetry={() => void store?.open()}
      />
    )
  }
  const language = address.get('jezyk') ?? languagesBegun(questionnaire)[0] ?? null
  return (
    <QuestionnaireFrame
      questionnaireKey={key}
      questionnaireTitle={questionnaire.title.trim() || key}
      mayEdit
      title={t('title')}
      lead={
        <>
          {t('lead')} <SavedState store={store} />
        </>
      }
    >
      <DraftNotices store={store} />
      <LanguagePicker
        questionnaire={questionnaire}
        language={language}
        onChoose={(code) => setAddress(new URLSearchParams({ jezyk: code }))}
      />
      {language === null ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <Translating key={language} {...{ store, questionnaire, language }} />
      )}
      <ConflictDialog store={store} />
    </QuestionnaireFrame>
  )
}
