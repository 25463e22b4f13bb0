import { languagesOf, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { nameOfLanguage } from '../language-names.ts'
import { previewSurvey } from './preview-survey.ts'
import { usePreviewFrame } from './use-preview-frame.ts'
import { PHONE_WIDTH, usePhoneScale } from './use-phone-scale.ts'
import './preview.css'

interface LivePreviewProps {
  readonly questionnaire: Questionnaire
  /** The question to show; a hidden one is explained. */
  readonly questionKey?: string | undefined
  /** The person went to another question in the preview. */
  readonly onReach?: ((questionKey: string) => void) | undefined
  /** The language to begin in; Polish when absent. */
  readonly startLanguage?: string
}

/** The questionnaire as on a respondent's phone, with their own controls; it follows every change. */
export function LivePreview({ questionnaire, questionKey, onReach, startLanguage }: LivePreviewProps) {
  const { t } = useTranslation('preview')
  const survey = useMemo(
    () =>
      previewSurvey(
        questionnaire,
        {
          organisation: t('survey.organisation'),
          municipality: t('survey.municipality'),
          phone: t('survey.phone'),
          clause: t('survey.clause'),
          localities: [t('survey.firstLocality'), t('survey.secondLocality')],
        },
        new Date(),
      ),
    [questionnaire, t],
  )
  const { frameRef, language, choose, restart } = usePreviewFrame({
    survey,
    questionKey,
    onReach,
    startLanguage,
  })
  const { roomRef, scale } = usePhoneScale()
  const languages = languagesOf(questionnaire)
  return (
    <section className="live-preview" aria-label={t('title')}>
      <div className="live-preview__tools">
        <Button look="quiet" onClick={restart}>
          {t('restart')}
        </Button>
        {languages.length > 1 && (
          <SelectField
            name="previewLanguage"
            label={t('language')}
            value={language}
            choices={languages.map((code) => ({ value: code, label: nameOfLanguage(code) }))}
            onChange={choose}
          />
        )}
      </div>
      <div className="phone">
        <div className="phone__screen" ref={roomRef}>
          <iframe
            ref={frameRef}
            src="/answer/preview.html"
            title={t('frame')}
            style={{ width: PHONE_WIDTH, height: `${100 / scale}%`, transform: `scale(${scale})` }}
          />
        </div>
      </div>
      <p className="muted live-preview__note">{t('note')}</p>
    </section>
  )
}
