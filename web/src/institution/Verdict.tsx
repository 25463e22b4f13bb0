import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import type { FormRemarkInput } from '../gql/graphql.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Notice } from '../ui/Notice.tsx'

const Return = graphql(`
  mutation ReturnInstitutionForm($input: ReturnInstitutionFormInput!) {
    returnInstitutionForm(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

const Accept = graphql(`
  mutation AcceptInstitutionForm($input: AcceptInstitutionFormInput!) {
    acceptInstitutionForm(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

interface VerdictProps {
  readonly surveyId: string
  readonly formId: string
  readonly remarks: readonly FormRemarkInput[]
  readonly onDone: () => Promise<void>
}

/** Accepting a form, or giving it back with what is to be mended. */
export function Verdict({ surveyId, formId, remarks, onDone }: VerdictProps) {
  const { t } = useTranslation('institution')
  const [problem, setProblem] = useState<string | null>(null)
  const [isAccepting, setAccepting] = useState(false)
  const [giveBack, returning] = useMutation(Return)
  const [accept, accepting] = useMutation(Accept)
  const finish = async (
    result: { __typename: string; message?: string } | null | undefined,
    fault?: string,
  ) => {
    setAccepting(false)
    if (result?.__typename !== 'InstitutionForm') return setProblem(result?.message ?? fault ?? t('failed'))
    setProblem(null)
    await onDone()
  }
  const askToMend = async () => {
    if (remarks.length === 0) return setProblem(t('answers.noRemark'))
    const { data, error } = await giveBack({
      variables: { input: { surveyId, formId, remarks: [...remarks] } },
    })
    await finish(data?.returnInstitutionForm, error?.message)
  }
  const take = async () => {
    const { data, error } = await accept({ variables: { input: { surveyId, formId } } })
    await finish(data?.acceptInstitutionForm, error?.message)
  }
  return (
    <>
      {problem !== null && (
        <Notice tone="danger" isAnnounced>
          {problem}
        </Notice>
      )}
      <div className="row">
        <Button look="secondary" isBusy={returning.loading} onClick={() => void askToMend()}>
          {t('answers.return', { count: remarks.length })}
        </Button>
        <Button onClick={() => setAccepting(true)}>{t('answers.accept')}</Button>
      </div>
      <ConfirmDialog
        isOpen={isAccepting}
        title={t('answers.acceptTitle')}
        confirmLabel={t('answers.accept')}
        isBusy={accepting.loading}
        onConfirm={() => void take()}
        onCancel={() => setAccepting(false)}
      >
        <p>{t('answers.acceptText')}</p>
      </ConfirmDialog>
    </>
  )
}
