import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { formatDay } from '../i18n/format.ts'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { GraceField } from './GraceField.tsx'

export const GraceCard_survey = graphql(`
  fragment GraceCard_survey on Survey {
    id
    status
    graceDays
    isInGrace
    lastGraceDay
  }
`)

const SetSurveyGrace = graphql(`
  mutation SetSurveyGrace($input: SetSurveyGraceInput!) {
    setSurveyGrace(input: $input) {
      __typename
      ... on Survey {
        id
        ...GraceCard_survey
      }
      ... on Error {
        message
      }
    }
  }
`)

interface GraceCardProps {
  readonly survey: FragmentType<typeof GraceCard_survey>
}

/** Until when what was begun before the end still comes in, to be changed while it may. */
export function GraceCard({ survey }: GraceCardProps) {
  const { t } = useTranslation('survey')
  const { id, status, graceDays, isInGrace, lastGraceDay } = readFragment(GraceCard_survey, survey)
  const [problem, setProblem] = useState<string | null>(null)
  const [save] = useMutation(SetSurveyGrace)
  const isOver = (status === 'ENDED' || status === 'CLOSED') && !isInGrace
  if (isOver) return null

  const change = async (days: number) => {
    const { data, error } = await save({ variables: { input: { surveyId: id, graceDays: days } } })
    const result = data?.setSurveyGrace
    setProblem(result?.__typename === 'Survey' ? null : (result?.message ?? error?.message ?? t('failed')))
  }
  const day = formatDay(lastGraceDay)
  return (
    <Card title={t('grace.title')}>
      <p className="measure">
        {isInGrace
          ? t('grace.now', { day })
          : graceDays > 0
            ? t('grace.until', { day })
            : t('grace.at', { day })}
      </p>
      {problem && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      <GraceField value={graceDays} onChange={(days) => void change(days)} />
    </Card>
  )
}
