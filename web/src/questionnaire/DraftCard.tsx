import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { formatInstant } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { LIBRARY_PATH } from './questionnaire.paths.ts'
import { QuestionnaireState } from './QuestionnaireState.tsx'

export const DraftCard_draft = graphql(`
  fragment DraftCard_draft on QuestionnaireDraft {
    id
    questionCount
    savedAt
    savedByName
    hasChanges
  }
`)

interface DraftCardProps {
  readonly draft: FragmentType<typeof DraftCard_draft>
  readonly questionnaireId: string
  /** Of the newest published version; one that was never published can be removed. */
  readonly versionNumber: number | undefined
}

/** For those who edit it: what is published, what is not yet, who saved last. */
export function DraftCard({ draft, questionnaireId, versionNumber }: DraftCardProps) {
  const { t } = useTranslation('questionnaire')
  const { questionCount, savedAt, savedByName, hasChanges } = readFragment(DraftCard_draft, draft)
  const state =
    versionNumber === undefined ? 'draft.unpublished' : hasChanges ? 'draft.changed' : 'draft.same'
  return (
    <Card
      title={t('draft.title')}
      aside={<QuestionnaireState versionNumber={versionNumber} hasChanges={hasChanges} />}
      footer={versionNumber === undefined && <RemoveDraft questionnaireId={questionnaireId} />}
    >
      <p className="measure">{t(state, { number: (versionNumber ?? 0) + 1 })}</p>
      <p className="muted">
        {t('questions', { count: questionCount })} ·{' '}
        {t('own.saved', { when: formatInstant(savedAt), who: savedByName })}
      </p>
    </Card>
  )
}

const RemoveQuestionnaire = graphql(`
  mutation RemoveQuestionnaire($input: RemoveQuestionnaireInput!) {
    removeQuestionnaire(input: $input) {
      __typename
      ... on RemovedQuestionnaire {
        id
        key
      }
      ... on Error {
        message
      }
    }
  }
`)

/** A questionnaire that nobody outside has seen can be thrown away. */
function RemoveDraft({ questionnaireId }: { readonly questionnaireId: string }) {
  const { t } = useTranslation('questionnaire')
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [remove, { loading }] = useMutation(RemoveQuestionnaire, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'questionnaires' }),
  })
  const confirm = async () => {
    const { data, error } = await remove({ variables: { input: { questionnaireId } } })
    const result = data?.removeQuestionnaire
    if (result?.__typename === 'RemovedQuestionnaire') return navigate(LIBRARY_PATH)
    setAsking(false)
    setProblem(result?.message ?? error?.message ?? t('draft.removeFailed'))
  }
  return (
    <>
      {problem && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('draft.remove')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('draft.removeTitle')}
        confirmLabel={t('draft.removeConfirm')}
        isDangerous
        isBusy={loading}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('draft.removeText')}</p>
      </ConfirmDialog>
    </>
  )
}
