import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { Outlet, useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { fieldworkPath } from '../fieldwork/fieldwork.paths.ts'
import { institutionFormsPath } from '../institution/institution.paths.ts'
import { Breadcrumbs } from '../ui/Breadcrumbs.tsx'
import { PageSubject } from '../ui/page-title.ts'
import { PageFallback } from '../ui/PageFallback.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { codesPath } from '../invitation/invitation.paths.ts'
import { isOrganiserOf } from './is-organiser-of.ts'
import { surveysPath, surveyPath } from './survey.paths.ts'
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
  const { data, loading, error, refetch } = useQuery(SurveyLayoutQuery, { variables: { id } })
  if (!data?.survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { survey, viewer } = data
  const first = { to: surveyPath(id), label: t('tabs.survey') }
  const asksInstitutions = survey.referenceOn !== null
  const ofResidents = [
    { to: surveyPath(id, 'materialy'), label: t('tabs.materials') },
    { to: surveyPath(id, 'wpisywanie'), label: t('tabs.entry') },
  ]
  const ownTabs = asksInstitutions ? [first] : [first, ...ofResidents]
  const steering = asksInstitutions
    ? [{ to: institutionFormsPath(id), label: t('tabs.institutions'), hasParts: true }]
    : [
        { to: fieldworkPath(id, 'postep'), label: t('tabs.fieldwork') },
        { to: codesPath(id), label: t('tabs.codes') },
      ]
  const organiserTabs = [
    ...steering,
    { to: surveyPath(id, 'wyniki'), label: t('tabs.results') },
    { to: surveyPath(id, 'odpowiedzi-otwarte'), label: t('tabs.openAnswers') },
    { to: surveyPath(id, 'jakosc'), label: t('tabs.quality'), hasParts: true },
    { to: surveyPath(id, 'raport'), label: t('tabs.report') },
    { to: surveyPath(id, 'import'), label: t('tabs.import') },
  ]
  return (
    <div className="survey-layout">
      <div className="survey-layout__head no-print">
        <Breadcrumbs crumbs={[{ label: t('list.title'), to: surveysPath() }]} current={survey.title} />
        <Tabs
          label={t('tabs.label')}
          tabs={isOrganiserOf(viewer, survey.organisation.id) ? [...ownTabs, ...organiserTabs] : ownTabs}
        />
      </div>
      <PageSubject value={survey.title}>
        <Outlet />
      </PageSubject>
    </div>
  )
}
