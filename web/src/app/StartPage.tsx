import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { TERRAIN_PATH } from '@rozeznanie/core/terrain'
import { graphql } from '../gql/index.ts'
import { SurveyList } from '../survey/SurveyList.tsx'
import { surveysPath } from '../survey/survey.paths.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { Stepper } from '../ui/Stepper.tsx'
import { startSteps } from './start-steps.ts'
import './start.css'

const StartPageQuery = graphql(`
  query StartPage {
    viewer {
      accountId
      isAdministrator
      memberships {
        role
        organisation {
          id
          name
        }
      }
    }
    surveys(first: 5) {
      totalCount
      edges {
        node {
          id
          status
          responseCount
          ...SurveyList_survey
        }
      }
    }
  }
`)

/** What to do next, by role, and the newest surveys. */
export function StartPage() {
  const { t } = useTranslation('app')
  const { data, loading, error, refetch } = useQuery(StartPageQuery, { fetchPolicy: 'cache-and-network' })
  if (!data?.viewer)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const surveys = data.surveys?.edges.map(({ node }) => node) ?? []
  const { role, steps } = startSteps(data.viewer, surveys)
  const names = [...new Set(data.viewer.memberships.map(({ organisation }) => organisation.name))]
  return (
    <Page title={t('start.title')} lead={names.join(' · ')}>
      <section className="start-steps" aria-labelledby="next-title">
        <h2 id="next-title">{t(`start.${role}.title`)}</h2>
        <Stepper
          steps={steps.map(({ key, to, state }) => ({
            state,
            title: t(`start.${role}.${key}.title`),
            text: t(`start.${role}.${key}.text`),
            action: (
              <div className="row">
                <LinkButton
                  to={to}
                  look={state === 'current' ? 'primary' : 'secondary'}
                  isOtherApp={to === TERRAIN_PATH}
                >
                  {t(`start.${role}.${key}.action`)}
                </LinkButton>
              </div>
            ),
          }))}
        />
      </section>
      {surveys.length > 0 && (
        <section className="stack" aria-labelledby="surveys-title">
          <div className="card__head">
            <h2 id="surveys-title">{t('start.surveys')}</h2>
            <LinkButton to={surveysPath()} look="quiet">
              {t('start.allSurveys', { count: data.surveys?.totalCount ?? 0 })}
            </LinkButton>
          </div>
          <SurveyList caption={t('start.surveys')} surveys={surveys} />
        </section>
      )}
    </Page>
  )
}
