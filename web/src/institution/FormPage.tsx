import { useQuery } from '@apollo/client/react'
import type { Answers, Questionnaire } from '@rozeznanie/core/questionnaire'
import { isOpenToInstitution, urgencyOf } from '@rozeznanie/core/institution'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { dayOf, formatDay } from '../i18n/format.ts'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { AnswersCard } from './AnswersCard.tsx'
import { EventList } from './EventList.tsx'
import { FormStatusTag } from './FormStatusTag.tsx'
import { institutionFormsPath } from './institution.paths.ts'
import { LetterCard } from './LetterCard.tsx'

const FormPageQuery = graphql(`
  query InstitutionFormPage($id: ID!) {
    survey(id: $id) {
      id
      title
      answerUrl
      referenceOn
      contactPhone
      closesOn
      organisation {
        id
        name
      }
      municipality {
        code
        localities {
          id
          name
        }
      }
      institutionForms {
        id
        status
        dueOn
        path
        prefilledFrom
        remindedOn
        answers
        document
        institution {
          id
          name
          email
          phone
        }
        remarks {
          questionKey
          text
        }
        events {
          number
          kind
          at
          personName
        }
      }
    }
  }
`)

/** One institution's form: what it wrote, what may be asked of it, and what has happened. */
export function FormPage() {
  const { t } = useTranslation('institution')
  const { id = '', formId = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(FormPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const survey = data?.survey
  const form = survey?.institutionForms.find((one) => one.id === formId)
  if (!survey?.referenceOn || !form)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const refresh = async () => void (await refetch())
  const { institution, status, dueOn } = form
  const url = `${publicOrigin(survey.answerUrl)}${form.path}`
  const urgency = urgencyOf(form, dayOf(new Date()))
  return (
    <Page
      title={institution.name}
      lead={
        <span className="row">
          <FormStatusTag status={status} />
          <span>{t('form.due', { day: formatDay(dueOn) })}</span>
          {form.prefilledFrom && <span>{t('form.prefilled', { day: formatDay(form.prefilledFrom) })}</span>}
        </span>
      }
      actions={<LinkButton to={institutionFormsPath(survey.id)}>{t('form.back')}</LinkButton>}
    >
      <AnswersCard
        surveyId={survey.id}
        form={{
          ...form,
          answers: form.answers as Answers,
          questionnaire: form.document as Questionnaire,
        }}
        localities={survey.municipality.localities}
        onDone={refresh}
      />
      {isOpenToInstitution(status) && (
        <LetterCard
          surveyId={survey.id}
          form={form}
          closesOn={survey.closesOn}
          letter={{
            ...{ status, urgency, dueOn, url, referenceOn: survey.referenceOn },
            institutionName: institution.name,
            surveyTitle: survey.title,
            organisationName: survey.organisation.name,
            contactPhone: survey.contactPhone,
          }}
          onDone={refresh}
        />
      )}
      <Card title={t('events.title')}>
        <EventList events={form.events} />
      </Card>
    </Page>
  )
}

/** The installation's public host, else that of this page. */
function publicOrigin(answerUrl: string | null | undefined): string {
  return answerUrl ? new URL(answerUrl).origin : window.location.origin
}
