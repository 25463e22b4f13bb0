import { useMutation } from '@apollo/client/react'
import { letterTo, type LetterFacts } from '@rozeznanie/core/institution'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import type { NoteInstitutionFormInput } from '../gql/graphql.ts'
import { formatDay } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Notice } from '../ui/Notice.tsx'

const Note = graphql(`
  mutation NoteInstitutionForm($input: NoteInstitutionFormInput!) {
    noteInstitutionForm(input: $input) {
      __typename
      ... on InvalidInputError {
        message
      }
    }
  }
`)

interface LetterCardProps {
  readonly surveyId: string
  readonly form: {
    readonly id: string
    readonly dueOn: string
    readonly remindedOn: string | null
    readonly institution: { readonly email: string; readonly phone: string }
  }
  readonly closesOn: string
  readonly letter: LetterFacts
  readonly onDone: () => Promise<void>
}

/** An invitation, a reminder or a request to mend, ready for the organiser's own mailbox; this program sends nothing. */
export function LetterCard({ surveyId, form, closesOn, letter, onDone }: LetterCardProps) {
  const { t } = useTranslation('institution')
  const { subject, body } = letterTo(letter)
  const [dueOn, setDueOn] = useState(form.dueOn)
  const [isRenewing, setRenewing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [note] = useMutation(Note)
  const change = async (what: Omit<NoteInstitutionFormInput, 'surveyId' | 'formId'>) => {
    const { data, error } = await note({ variables: { input: { surveyId, formId: form.id, ...what } } })
    const result = data?.noteInstitutionForm
    if (result?.__typename !== 'InstitutionForm') {
      return setProblem(result && 'message' in result ? result.message : (error?.message ?? t('failed')))
    }
    setProblem(null)
    await onDone()
  }
  const { email, phone } = form.institution
  const mail = `mailto:${encodeURIComponent(email)}?${new URLSearchParams({ subject, body }).toString().replaceAll('+', '%20')}`
  return (
    <Card title={t('letter.title')}>
      <p>{t('letter.lead')}</p>
      {phone !== '' && <p>{t('letter.phone', { phone })}</p>}
      <pre className="institution-letter">{body}</pre>
      <div className="row">
        <CopyButton text={body}>{t('letter.copy')}</CopyButton>
        {email !== '' && (
          <a className="button button--secondary" href={mail}>
            {t('letter.mail', { email })}
          </a>
        )}
        <CopyButton text={letter.url}>{t('letter.copyLink')}</CopyButton>
        <Button look="quiet" onClick={() => void change({ isReminded: true })}>
          {t('letter.sent')}
        </Button>
      </div>
      {form.remindedOn !== null && (
        <p className="muted">{t('letter.reminded', { day: formatDay(form.remindedOn) })}</p>
      )}
      {problem !== null && (
        <Notice tone="danger" isAnnounced>
          {problem}
        </Notice>
      )}
      <div className="row institution-due">
        <DateField
          name="dueOn"
          label={t('letter.dueOn')}
          hint={t('letter.dueOnHint', { day: formatDay(closesOn) })}
          value={dueOn}
          onChange={setDueOn}
        />
        <Button look="secondary" onClick={() => void change({ dueOn })}>
          {t('letter.moveDue')}
        </Button>
      </div>
      <Button look="quiet" onClick={() => setRenewing(true)}>
        {t('letter.renew')}
      </Button>
      <ConfirmDialog
        isOpen={isRenewing}
        title={t('letter.renewTitle')}
        confirmLabel={t('letter.renew')}
        onConfirm={() => void change({ renewsLink: true }).then(() => setRenewing(false))}
        onCancel={() => setRenewing(false)}
      >
        <p>{t('letter.renewText')}</p>
      </ConfirmDialog>
    </Card>
  )
}
