import { useMutation, useQuery } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { changesByQuestion, changesSince } from './version-changes.ts'
import { VersionChanges } from './VersionChanges.tsx'

const MoveSurveyDialogQuery = graphql(`
  query MoveSurveyDialog($id: ID!) {
    survey(id: $id) {
      id
      questionnaireVersion {
        id
        number
        document
      }
      newerVersion {
        id
        number
        document
        questionnaire {
          id
          versions {
            id
            number
            changes {
              kind
              weight
              questionKey
              message
            }
          }
        }
      }
    }
  }
`)

const MoveSurveyMutation = graphql(`
  mutation MoveSurvey($input: MoveSurveyInput!) {
    moveSurvey(input: $input) {
      __typename
      ... on Survey {
        id
        ...NewerVersion_survey
        ...SurveyFacts_survey
      }
      ... on Error {
        message
      }
    }
  }
`)

interface MoveSurveyDialogProps {
  readonly surveyId: string
  readonly onClose: () => void
  readonly onMoved: (number: number) => void
}

/** What the newest version changes, what becomes of people in the middle, and the move itself. */
export function MoveSurveyDialog({ surveyId, onClose, onMoved }: MoveSurveyDialogProps) {
  const { t } = useTranslation('survey')
  const { data, loading, error } = useQuery(MoveSurveyDialogQuery, {
    variables: { id: surveyId },
    fetchPolicy: 'network-only',
  })
  const [move, { loading: isMoving }] = useMutation(MoveSurveyMutation)
  const [problem, setProblem] = useState<string | null>(null)
  const present = data?.survey?.questionnaireVersion
  const newer = data?.survey?.newerVersion
  const groups = useMemo(() => {
    if (!present || !newer) return []
    const changes = changesSince(newer.questionnaire.versions, present.number, newer.number)
    return changesByQuestion(changes, {
      present: parseQuestionnaire(present.document),
      newer: parseQuestionnaire(newer.document),
    })
  }, [present, newer])
  const confirm = async () => {
    if (!newer) return
    const input = { surveyId, questionnaireVersionId: newer.id }
    const { data: answer, error: failure } = await move({ variables: { input } })
    const result = answer?.moveSurvey
    if (result?.__typename === 'Survey') onMoved(newer.number)
    else setProblem(result?.message ?? failure?.message ?? t('failed'))
  }
  const problems = problem ?? error?.message ?? null
  return (
    <Dialog
      title={newer ? t('move.title', { number: newer.number }) : t('move.loading')}
      onClose={onClose}
      actions={
        <>
          {newer && (
            <Button isBusy={isMoving} onClick={() => void confirm()}>
              {t('move.confirm', { number: newer.number })}
            </Button>
          )}
          <Button look="secondary" onClick={onClose}>
            {t('move.cancel')}
          </Button>
        </>
      }
    >
      {problems && (
        <Notice tone="danger" isAnnounced>
          <p>{problems}</p>
        </Notice>
      )}
      {loading && <Loading />}
      {present && newer && (
        <div className="stack">
          <ul className="measure">
            {(['middle', 'fresh', 'results', 'back'] as const).map((about) => (
              <li key={about}>{t(`move.${about}`, { present: present.number, number: newer.number })}</li>
            ))}
          </ul>
          <VersionChanges groups={groups} />
        </div>
      )}
    </Dialog>
  )
}
