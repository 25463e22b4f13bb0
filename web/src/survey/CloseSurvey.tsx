import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Notice } from '../ui/Notice.tsx'

export const CloseSurvey_survey = graphql(`
  fragment CloseSurvey_survey on Survey {
    id
    title
  }
`)

const CloseSurveyMutation = graphql(`
  mutation CloseSurvey($input: CloseSurveyInput!) {
    closeSurvey(input: $input) {
      __typename
      ... on Survey {
        id
        status
        closedAt
        ...GraceCard_survey
      }
      ... on Error {
        message
      }
    }
  }
`)

interface CloseSurveyProps {
  readonly survey: FragmentType<typeof CloseSurvey_survey>
}

/** Ends a survey before its time, after asking. */
export function CloseSurvey({ survey }: CloseSurveyProps) {
  const { t } = useTranslation('survey')
  const { id, title } = readFragment(CloseSurvey_survey, survey)
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [close, { loading }] = useMutation(CloseSurveyMutation)

  const confirm = async () => {
    const { data, error } = await close({ variables: { input: { surveyId: id } } })
    setIsAsking(false)
    const result = data?.closeSurvey
    if (result?.__typename !== 'Survey') setProblem(result?.message ?? error?.message ?? t('failed'))
  }
  return (
    <Card title={t('close.title')}>
      <p className="measure">{t('close.text')}</p>
      {problem && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      <div className="row">
        <Button look="secondary" onClick={() => setIsAsking(true)}>
          {t('close.button')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('close.question')}
        confirmLabel={t('close.confirm')}
        isDangerous
        isBusy={loading}
        onConfirm={() => void confirm()}
        onCancel={() => setIsAsking(false)}
      >
        <p>{t('close.consequence', { title })}</p>
      </ConfirmDialog>
    </Card>
  )
}
