import { useMutation } from '@apollo/client/react'
import type { FieldworkBoard } from '@rozeznanie/core/fieldwork'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { addDays, formatDay } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'

const ExtendSurvey = graphql(`
  mutation ExtendSurvey($input: ExtendSurveyInput!) {
    extendSurvey(input: $input) {
      __typename
      ... on Survey {
        id
        status
        closesOn
      }
      ... on InvalidInputError {
        message
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

interface AlertListProps {
  readonly surveyId: string
  readonly board: FieldworkBoard
  readonly onExtended: () => void
}

/** What needs attention now, and the date until which the survey runs. */
export function AlertList({ surveyId, board, onExtended }: AlertListProps) {
  const { t } = useTranslation('fieldwork')
  const [isExtending, setIsExtending] = useState(false)
  const canExtend = board.status === 'OPEN' || board.status === 'ENDED'
  return (
    <div className="stack-tight">
      {board.alerts.map(({ kind, message }) => (
        <Notice key={kind} tone={kind === 'ENDING' ? 'warning' : 'info'}>
          <p>{message}</p>
        </Notice>
      ))}
      <div className="row">
        <p>{t(`until.${board.status}`, { day: formatDay(board.closesOn) })}</p>
        {canExtend && (
          <Button look="secondary" onClick={() => setIsExtending(true)}>
            {t('extend.button')}
          </Button>
        )}
      </div>
      {isExtending && (
        <ExtendDialog
          surveyId={surveyId}
          board={board}
          onClose={() => setIsExtending(false)}
          onExtended={() => {
            setIsExtending(false)
            onExtended()
          }}
        />
      )}
    </div>
  )
}

const USUAL_DAYS = 14

function ExtendDialog({
  surveyId,
  board,
  onClose,
  onExtended,
}: AlertListProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('fieldwork')
  const from = board.closesOn > board.today ? board.closesOn : board.today
  const [closesOn, setClosesOn] = useState(addDays(from, USUAL_DAYS))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [extend, { loading }] = useMutation(ExtendSurvey)
  const submit = async () => {
    const { data, error } = await extend({ variables: { input: { surveyId, closesOn } } })
    const result = data?.extendSurvey
    if (result?.__typename === 'Survey') onExtended()
    else setProblems(problemsOf(result ?? { message: error?.message ?? t('failed') }))
  }
  return (
    <Dialog
      title={t('extend.title')}
      lead={t('extend.lead', { day: formatDay(board.closesOn) })}
      firstField="closesOn"
      onClose={onClose}
      actions={
        <>
          <Button isBusy={loading} onClick={() => void submit()}>
            {t('extend.confirm')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <Form
        label={t('extend.title')}
        problems={problems}
        names={['closesOn']}
        onSubmit={() => void submit()}
        actions={null}
      >
        <DateField
          name="closesOn"
          label={t('extend.day')}
          error={errorOf(problems, 'closesOn')}
          value={closesOn}
          onChange={setClosesOn}
        />
      </Form>
    </Dialog>
  )
}
