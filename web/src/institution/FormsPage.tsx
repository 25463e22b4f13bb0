import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { dayOf, formatDay } from '../i18n/format.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { countOf, shownForms } from './form-figures.ts'
import { FormsTable } from './FormsTable.tsx'
import { InviteCard } from './InviteCard.tsx'

const FormsPageQuery = graphql(`
  query InstitutionFormsPage($id: ID!) {
    survey(id: $id) {
      id
      opensOn
      closesOn
      referenceOn
      status
      organisation {
        id
        institutions {
          id
          name
          email
          phone
          isRetired
        }
      }
      institutionForms {
        id
        status
        dueOn
        remindedOn
        institution {
          id
          name
        }
      }
    }
  }
`)

/** Whom the survey asks, who has answered, and who is to be reminded. */
export function FormsPage() {
  const { t } = useTranslation('institution')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(FormsPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const survey = data?.survey
  if (!survey?.referenceOn)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const forms = shownForms(survey.institutionForms, dayOf(new Date()))
  return (
    <Page title={t('forms.title')} lead={t('forms.lead', { day: formatDay(survey.referenceOn) })}>
      {forms.length === 0 ? (
        <EmptyState title={t('forms.none')}>
          <p>{t('forms.noneText')}</p>
        </EmptyState>
      ) : (
        <>
          <KeyFigures
            figures={[
              { label: t('forms.figure.all'), value: String(forms.length) },
              { label: t('forms.figure.toCheck'), value: String(countOf(forms, 'SUBMITTED')) },
              { label: t('forms.figure.accepted'), value: String(countOf(forms, 'ACCEPTED')) },
              {
                label: t('forms.figure.late'),
                value: String(forms.filter(({ urgency }) => urgency === 'LATE').length),
              },
            ]}
          />
          <FormsTable surveyId={survey.id} forms={forms} />
        </>
      )}
      {survey.status !== 'CLOSED' && survey.status !== 'ENDED' && (
        <InviteCard
          survey={survey}
          institutions={survey.organisation.institutions}
          invitedIds={survey.institutionForms.map(({ institution }) => institution.id)}
          onDone={async () => void (await refetch())}
        />
      )}
    </Page>
  )
}
