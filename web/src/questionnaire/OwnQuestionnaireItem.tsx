import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { formatInstant } from '../i18n/format.ts'
import { openSurveyPath } from '../survey/survey.paths.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { changesPath, editorPath, questionnairePath } from './questionnaire.paths.ts'
import { QuestionnaireState } from './QuestionnaireState.tsx'

export const OwnQuestionnaireItem_questionnaire = graphql(`
  fragment OwnQuestionnaireItem_questionnaire on Questionnaire {
    id
    key
    title
    mayEdit
    organisation {
      id
      name
    }
    latestVersion {
      id
      number
      audience
      hasPublicLink
      questionCount
    }
    draft {
      id
      title
      questionCount
      savedAt
      savedByName
      hasChanges
    }
  }
`)

interface OwnQuestionnaireItemProps {
  readonly questionnaire: FragmentType<typeof OwnQuestionnaireItem_questionnaire>
}

/** A questionnaire of one's organisation: how far it is and what to do with it. */
export function OwnQuestionnaireItem({ questionnaire }: OwnQuestionnaireItemProps) {
  const { t } = useTranslation('questionnaire')
  const { key, title, mayEdit, organisation, latestVersion, draft } = readFragment(
    OwnQuestionnaireItem_questionnaire,
    questionnaire,
  )
  const shownTitle = draft?.title.trim() || title
  const count = draft?.questionCount ?? latestVersion?.questionCount ?? 0
  const facts = [
    ...(latestVersion ? [t(`audience.${latestVersion.audience}`)] : []),
    t('questions', { count }),
    ...(organisation ? [organisation.name] : []),
  ]
  return (
    <li className="own-item">
      <div className="own-item__what">
        <h3>
          <Link to={questionnairePath(key)}>{shownTitle}</Link>
        </h3>
        <p className="muted">{facts.join(' · ')}</p>
        <div className="own-item__state">
          <QuestionnaireState versionNumber={latestVersion?.number} hasChanges={draft?.hasChanges ?? false} />
          {draft && (
            <span className="muted">
              {t('own.saved', { when: formatInstant(draft.savedAt), who: draft.savedByName })}
            </span>
          )}
        </div>
      </div>
      <div className="own-item__actions">
        {mayEdit && (
          <LinkButton to={editorPath(key)} label={t('own.editNamed', { title: shownTitle })}>
            {t('own.edit')}
          </LinkButton>
        )}
        {mayEdit && draft?.hasChanges && (
          <LinkButton
            to={changesPath(key)}
            look="secondary"
            label={t('own.publishNamed', { title: shownTitle })}
          >
            {t('own.publish')}
          </LinkButton>
        )}
        {mayEdit && latestVersion?.hasPublicLink && !draft?.hasChanges && (
          <LinkButton
            to={openSurveyPath(key)}
            look="secondary"
            label={t('own.openNamed', { title: shownTitle })}
          >
            {t('open')}
          </LinkButton>
        )}
        {!mayEdit && (
          <LinkButton to={questionnairePath(key)} look="secondary">
            {t('library.preview')}
          </LinkButton>
        )}
      </div>
    </li>
  )
}
