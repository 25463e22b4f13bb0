import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { Breadcrumbs } from '../ui/Breadcrumbs.tsx'
import { PageSubject } from '../ui/page-title.ts'
import { PageFallback } from '../ui/PageFallback.tsx'
import { Tabs, type Tab } from '../ui/Tabs.tsx'
import { isOrganiserOf } from './is-organiser-of.ts'
import { sisterPages, surveyTabs, type SurveyTab } from './survey-tabs.ts'
import { surveysPath } from './survey.paths.ts'
import './survey.css'

const SurveyLayoutQuery = graphql(`
  query SurveyLayout($id: ID!) {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
        }
      }
    }
    survey(id: $id) {
      id
      title
      referenceOn
      organisation {
        id
      }
    }
  }
`)

/** Above every page of one survey: where one is, and the sister pages one may open. */
export function SurveyLayout() {
  const { t } = useTranslation('survey')
  const { id = '' } = useParams()
  const { pathname } = useLocation()
  const { data, loading, error, refetch } = useQuery(SurveyLayoutQuery, { variables: { id } })
  if (!data?.survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { survey, viewer } = data
  const tabs = surveyTabs({
    surveyId: id,
    asksInstitutions: survey.referenceOn !== null,
    isOrganiser: isOrganiserOf(viewer, survey.organisation.id),
  })
  const shown = ({ name, to, hasParts = false, pages = [] }: SurveyTab): Tab => ({
    to,
    label: t(`tabs.${name}`),
    hasParts,
    covers: pages.map((page) => page.to),
  })
  const sisters = sisterPages(tabs, pathname)
  return (
    <div className="survey-layout">
      <div className="survey-layout__head no-print">
        <Breadcrumbs crumbs={[{ label: t('list.title'), to: surveysPath() }]} current={survey.title} />
        <Tabs label={t('tabs.label')} tabs={tabs.map(shown)} />
        {sisters.length > 0 && <Tabs label={t('tabs.sisters')} tabs={sisters.map(shown)} level="second" />}
      </div>
      <PageSubject value={survey.title}>
        <Outlet />
      </PageSubject>
    </div>
  )
}
