import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { repeatSurveyPath } from './survey.paths.ts'

/** The way to ask the same again, next year. */
export function RepeatCard({ surveyId }: { readonly surveyId: string }) {
  const { t } = useTranslation('survey')
  return (
    <Card title={t('repeat.title')}>
      <p className="measure">{t('repeat.text')}</p>
      <div className="row">
        <LinkButton to={repeatSurveyPath(surveyId)} look="secondary">
          {t('repeat.button')}
        </LinkButton>
      </div>
    </Card>
  )
}
