import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NOTES_PATH } from './note.paths.ts'

const RemoveFieldNote = graphql(`
  mutation RemoveFieldNote($input: RemoveFieldNoteInput!) {
    removeFieldNote(input: $input) {
      id
    }
  }
`)

interface RemoveNoteProps {
  readonly noteId: string
  readonly title: string
}

/** Removes a note after a question; its quotes leave the reports with it. */
export function RemoveNote({ noteId, title }: RemoveNoteProps) {
  const { t } = useTranslation('note')
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [remove, { loading }] = useMutation(RemoveFieldNote)
  const confirm = async () => {
    const { data, error } = await remove({ variables: { input: { noteId } } })
    setAsking(false)
    if (data?.removeFieldNote) void navigate(NOTES_PATH, { replace: true })
    else setProblem(error?.message ?? t('failed'))
  }
  return (
    <div className="no-print">
      {problem && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('remove.ask')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('remove.title', { title })}
        confirmLabel={t('remove.confirm')}
        isDangerous
        isBusy={loading}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('remove.text')}</p>
      </ConfirmDialog>
    </div>
  )
}
