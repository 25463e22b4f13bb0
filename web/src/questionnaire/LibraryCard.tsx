import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { openSurveyPath } from '../survey/survey.paths.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { questionnairePath } from './questionnaire.paths.ts'

export const LibraryCard_questionnaire = graphql(`
  fragment LibraryCard_questionnaire on Questionnaire {
    id
    key
    title
    organisation {
      id
      name
    }
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
  readonly mayOpen: boolean
}

export function LibraryCard({ questionnaire, mayOpen }: LibraryCardProps) {
  const { t } = useTranslation('questionnaire')
  const { key, title, organisation, latestVersion } = readFragment(LibraryCard_questionnaire, questionnaire)
  return (
    <article className="library-card">
      <p className="eyebrow">
        {latestVersion && `${t(`audience.${latestVersion.audience}`)} · `}
        {organisation ? t('library.own', { organisation: organisation.name }) : t('library.shared')}
      </p>
      <h2>
        <Link to={questionnairePath(key)}>{title}</Link>
      </h2>
      <p>{latestVersion ? latestVersion.description : t('library.unpublished')}</p>
      {latestVersion && (
        <p className="library-card__figures">
          <span>{t('questions', { count: latestVersion.questionCount })}</span>
          <span>{t('minutes', { count: latestVersion.estimatedMinutes })}</span>
          <span>{t('version', { number: latestVersion.number })}</span>
        </p>
      )}
      <div className="library-card__actions">
        {mayOpen && latestVersion?.hasPublicLink && (
          <LinkButton to={openSurveyPath(key)}>{t('open')}</LinkButton>
        )}
        <LinkButton to={questionnairePath(key)} look="secondary">
          {t('library.preview')}
        </LinkButton>
      </div>
    </article>
  )
}
