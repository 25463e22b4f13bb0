import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { openSurveyPath } from '../survey/survey.paths.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { newFromPath, questionnairePath } from './questionnaire.paths.ts'

export const LibraryCard_questionnaire = graphql(`
  fragment LibraryCard_questionnaire on Questionnaire {
    id
    key
    title
    latestVersion {
      id
      number
      audience
      hasPublicLink
      description
      estimatedMinutes
      questionCount
    }
  }
`)

interface LibraryCardProps {
  readonly questionnaire: FragmentType<typeof LibraryCard_questionnaire>
  readonly isOrganiser: boolean
}

export function LibraryCard({ questionnaire, isOrganiser }: LibraryCardProps) {
  const { t } = useTranslation('questionnaire')
  const { key, title, latestVersion } = readFragment(LibraryCard_questionnaire, questionnaire)
  return (
    <article className="library-card">
      {latestVersion && <p className="eyebrow">{t(`audience.${latestVersion.audience}`)}</p>}
      <h3>
        <Link to={questionnairePath(key)}>{title}</Link>
      </h3>
      <p>{latestVersion ? latestVersion.description : t('library.unpublished')}</p>
      {latestVersion && (
        <p className="library-card__figures">
          <span>{t('questions', { count: latestVersion.questionCount })}</span>
          <span>{t('minutes', { count: latestVersion.estimatedMinutes })}</span>
          <span>{t('version', { number: latestVersion.number })}</span>
        </p>
      )}
      <div className="library-card__actions">
        {isOrganiser && latestVersion?.hasPublicLink && (
          <LinkButton to={openSurveyPath(key)} label={t('own.openNamed', { title })}>
            {t('open')}
          </LinkButton>
        )}
        <LinkButton to={questionnairePath(key)} look="secondary" label={t('library.previewNamed', { title })}>
          {t('library.preview')}
        </LinkButton>
        {isOrganiser && latestVersion && (
          <LinkButton to={newFromPath(key)} look="quiet" label={t('library.copyNamed', { title })}>
            {t('library.copy')}
          </LinkButton>
        )}
      </div>
    </article>
  )
}
