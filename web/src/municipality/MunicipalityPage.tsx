import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { formatDay } from '../i18n/format.ts'
import { Facts } from '../ui/Facts.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { LocalityEditor } from './LocalityEditor.tsx'
import { LocalityList } from './LocalityList.tsx'
import { MUNICIPALITIES_PATH } from './municipality.paths.ts'

const MunicipalityPageQuery = graphql(`
  query MunicipalityPage($code: ID!) {
    viewer {
      accountId
      isAdministrator
      memberships {
        role
        organisation {
          id
          municipalities {
            code
          }
        }
      }
    }
    municipality(code: $code) {
      code
      name
      kind
      vanishedOn
      county {
        code
        name
        voivodeship {
          code
          name
        }
      }
      ...LocalityEditor_municipality
      ...LocalityList_municipality
    }
  }
`)

/** One municipality and the places that residents choose from. */
export function MunicipalityPage() {
  const { t } = useTranslation('municipality')
  const { code = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(MunicipalityPageQuery, { variables: { code } })
  if (!data?.municipality) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const { viewer, municipality } = data
  const serves = viewer?.memberships.some(
    ({ role, organisation }) =>
      role === 'ORGANISER' && organisation.municipalities.some((served) => served.code === code),
  )
  return (
    <Page title={municipality.name} crumbs={[{ label: t('list.title'), to: MUNICIPALITIES_PATH }]}>
      {municipality.vanishedOn && (
        <Notice tone="warning">
          <p>{t('vanishedNotice', { day: formatDay(municipality.vanishedOn) })}</p>
        </Notice>
      )}
      <Facts
        facts={[
          { label: t('columns.kind'), value: t(`kind.${municipality.kind}`) },
          { label: t('columns.county'), value: municipality.county.name },
          { label: t('columns.voivodeship'), value: municipality.county.voivodeship.name },
          { label: t('columns.code'), value: municipality.code },
        ]}
      />
      {viewer?.isAdministrator || serves ? (
        <LocalityEditor municipality={municipality} />
      ) : (
        <LocalityList municipality={municipality} />
      )}
    </Page>
  )
}
