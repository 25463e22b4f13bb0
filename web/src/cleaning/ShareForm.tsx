import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, problemsOf, type FormProblem } from '../ui/form-problems.ts'
import { TextField } from '../ui/TextField.tsx'

const SetShare = graphql(`
  mutation SetDoubleEntryShare($input: SetDoubleEntryShareInput!) {
    result: setDoubleEntryShare(input: $input) {
      __typename
      ... on Survey {
        id
        doubleEntryPercent
        doubleEntry {
          sampledCount
          enteredCount
          fieldCount
          differencesPerThousand
        }
      }
      ... on InvalidInputError {
        message
        problems {
          path
          message
        }
      }
    }
  }
`)

/** Which share of the paper sheets is entered by a second person as well. */
export function ShareForm({ surveyId, percent }: { readonly surveyId: string; readonly percent: number }) {
  const { t } = useTranslation('cleaning')
  const [typed, setTyped] = useState(String(percent))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [save, { loading }] = useMutation(SetShare)
  const submit = async () => {
    const wanted = Number(typed.trim() === '' ? NaN : typed)
    const input = { surveyId, percent: Number.isInteger(wanted) ? wanted : -1 }
    const { data, error } = await save({ variables: { input } })
    const result = data?.result
    if (result?.__typename === 'Survey') return setProblems([])
    setProblems(problemsOf(result ?? { message: error?.message ?? t('decision.failed') }))
  }
  return (
    <Form
      label={t('discrepancies.shareForm')}
      problems={problems}
      names={['percent']}
      onSubmit={() => void submit()}
      actions={
        <Button type="submit" look="secondary" isBusy={loading}>
          {t('discrepancies.shareSave')}
        </Button>
      }
    >
      <TextField
        name="percent"
        label={t('discrepancies.share')}
        hint={t('discrepancies.shareHint')}
        error={errorOf(problems, 'percent')}
        value={typed}
        onChange={setTyped}
        isShort
      />
    </Form>
  )
}
