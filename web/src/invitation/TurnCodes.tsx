import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'

const TurnCodesMutation = graphql(`
  mutation TurnCodes($input: SetSurveyCodesInput!) {
    setSurveyCodes(input: $input) {
      __typename
      ... on Survey {
        id
        takesCodes
        unusedCodeCount
      }
      ... on Error {
        message
      }
    }
  }
`)

interface TurnCodesProps {
  readonly surveyId: string
  readonly takesCodes: boolean
  readonly hasResponses: boolean
}

/** Turns codes on, or off again while there are none. */
export function TurnCodes({ surveyId, takesCodes, hasResponses }: TurnCodesProps) {
  const { t } = useTranslation('invitation')
  const [problem, setProblem] = useState<string | null>(null)
  const [turn, { loading }] = useMutation(TurnCodesMutation)
  const press = async () => {
    const { data, error } = await turn({ variables: { input: { surveyId, takesCodes: !takesCodes } } })
    const result = data?.setSurveyCodes
    setProblem(result?.__typename === 'Survey' ? null : (result?.message ?? error?.message ?? t('failed')))
  }
  const button = (
    <div className="row">
      <Button look={takesCodes ? 'quiet' : 'primary'} isBusy={loading} onClick={() => void press()}>
        {takesCodes ? t('off.turnOff') : t('off.turnOn')}
      </Button>
    </div>
  )
  return (
    <>
      {problem && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      {takesCodes ? (
        <Notice tone="success" isAnnounced>
          <p>{t('off.on')}</p>
          {button}
        </Notice>
      ) : (
        <Card title={t('off.title')}>
          <p className="measure">{t('off.text')}</p>
          <p className="measure">{t('off.who')}</p>
          <p className="measure">{t(hasResponses ? 'off.tooLate' : 'off.when')}</p>
          {!hasResponses && button}
        </Card>
      )}
    </>
  )
}
