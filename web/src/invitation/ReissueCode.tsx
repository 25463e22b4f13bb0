import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { errorOf, type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { Form } from '../ui/Form.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { letterFilePath } from './invitation.paths.ts'
import { wholeNumber } from './whole-number.ts'

const ReissueCodeMutation = graphql(`
  mutation ReissueCode($input: ReissueCodeInput!) {
    reissueCode(input: $input) {
      __typename
      ... on ReissuedCode {
        serial
        code
      }
      ... on InvalidInputError {
        message
        problems {
          path
          message
        }
      }
      ... on CodeNotReissuedError {
        message
      }
    }
  }
`)

interface ReissueCodeProps {
  readonly surveyId: string
  /** Number of the batch that a letter belongs to. */
  readonly batchOf: (serial: number) => number | null
}

/** Replaces the code of a letter that was lost, after asking. */
export function ReissueCode({ surveyId, batchOf }: ReissueCodeProps) {
  const { t } = useTranslation('invitation')
  const [typed, setTyped] = useState('')
  const [isAsking, setAsking] = useState(false)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [issued, setIssued] = useState<{ readonly serial: number; readonly code: string } | null>(null)
  const [reissue, { loading }] = useMutation(ReissueCodeMutation)
  const serial = wholeNumber(typed)
  const ask = () => {
    setIssued(null)
    setProblems(serial === null ? [{ name: 'serial', message: t('reissue.serialWrong') }] : [])
    setAsking(serial !== null)
  }
  const confirm = async () => {
    const { data, error } = await reissue({ variables: { input: { surveyId, serial: serial ?? 0 } } })
    setAsking(false)
    const result = data?.reissueCode
    if (result?.__typename === 'ReissuedCode') return setIssued(result)
    setProblems(result ? problemsOf(result) : [{ message: error?.message ?? t('failed') }])
  }
  return (
    <Card title={t('reissue.title')}>
      <p className="measure">{t('reissue.text')}</p>
      {issued && <Issued surveyId={surveyId} issued={issued} batch={batchOf(issued.serial)} />}
      <Form
        label={t('reissue.label')}
        problems={problems}
        names={['serial']}
        onSubmit={ask}
        actions={
          <Button type="submit" look="secondary">
            {t('reissue.button')}
          </Button>
        }
      >
        <TextField
          name="serial"
          label={t('reissue.serial')}
          error={errorOf(problems, 'serial')}
          isShort
          value={typed}
          onChange={setTyped}
        />
      </Form>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('reissue.question')}
        confirmLabel={t('reissue.button')}
        isDangerous
        isBusy={loading}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('reissue.consequence', { serial })}</p>
      </ConfirmDialog>
    </Card>
  )
}

interface IssuedProps {
  readonly surveyId: string
  readonly issued: { readonly serial: number; readonly code: string }
  readonly batch: number | null
}

function Issued({ surveyId, issued: { serial, code }, batch }: IssuedProps) {
  const { t } = useTranslation('invitation')
  return (
    <Notice tone="success" title={t('reissue.done', { serial })} isAnnounced>
      <p>
        <strong>{code}</strong>
      </p>
      <p>{t('reissue.dictate')}</p>
      {batch !== null && (
        <LinkButton to={letterFilePath(surveyId, batch, 'letters.pdf', serial)} look="secondary" isDownload>
          {t('reissue.print')}
        </LinkButton>
      )}
    </Notice>
  )
}
