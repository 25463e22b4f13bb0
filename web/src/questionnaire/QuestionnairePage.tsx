import { useQuery } from '@apollo/client/react'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { openSurveyPath } from '../survey/survey.paths.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { changesPath, editorPath, newFromPath } from './questionnaire.paths.ts'
import { DraftCard } from './DraftCard.tsx'
import { QuestionnaireFrame } from './QuestionnaireFrame.tsx'
import { QuestionnairePreview } from './QuestionnairePreview.tsx'
import { QuestionnaireVersions } from './QuestionnaireVersions.tsx'

const QuestionnairePageQuery = graphql(`
  query QuestionnairePage($key: String!) {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
        }
      }
    }
    questionnaire(key: $key) {
      id
      title
      mayEdit
      latestVersion {
        id
        number
        description
        hasPublicLink
        document
      }
      draft {
        id
        title
        document
        hasChanges
        ...DraftCard_draft
      }
    }
  }
`)

/** One questionnaire: how far it is, its versions, and all its questions as respondents will meet them. */
export function QuestionnairePage() {
  const { t } = useTranslation('questionnaire')
  const { key = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(QuestionnairePageQuery, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
  })
  const { latestVersion, draft } = data?.questionnaire ?? {}
  const document: unknown = latestVersion?.document ?? draft?.document
  const shown = useMemo(() => (document ? parseQuestionnaire(document) : null), [document])
  if (!data?.questionnaire || !shown) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const { id, title, mayEdit } = data.questionnaire
  const isOrganiser = data.viewer?.memberships.some(({ role }) => role === 'ORGANISER') ?? false
  return (
    <QuestionnaireFrame
      questionnaireKey={key}
      questionnaireTitle={latestVersion ? title : draft?.title.trim() || title}
      mayEdit={mayEdit}
      lead={shown.description}
      actions={
        <>
          {mayEdit && <LinkButton to={editorPath(key)}>{t('own.edit')}</LinkButton>}
          {mayEdit && draft?.hasChanges && (
            <LinkButton to={changesPath(key)} look="secondary">
              {t('own.publish')}
            </LinkButton>
          )}
          {isOrganiser && latestVersion?.hasPublicLink && (
            <LinkButton to={openSurveyPath(key)} look={mayEdit ? 'secondary' : 'primary'}>
              {t('openWith')}
            </LinkButton>
          )}
          {isOrganiser && latestVersion && !mayEdit && (
            <LinkButton to={newFromPath(key)} look="secondary">
              {t('library.copy')}
            </LinkButton>
          )}
        </>
      }
    >
      {draft && <DraftCard draft={draft} questionnaireId={id} versionNumber={latestVersion?.number} />}
      <section className="stack-tight" aria-labelledby="versions-title">
        <h2 id="versions-title">{t('versions.title')}</h2>
        <QuestionnaireVersions questionnaireKey={key} />
      </section>
      <h2>
        {latestVersion ? t('preview.ofVersion', { number: latestVersion.number }) : t('tabs.questionsOnly')}
      </h2>
      <QuestionnairePreview questionnaire={shown} note={latestVersion ? undefined : t('preview.ofDraft')} />
    </QuestionnaireFrame>
  )
}
