import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { errorOf, type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { wholeNumber } from './whole-number.ts'

const MakeCodeBatchMutation = graphql(`
  mutation MakeCodeBatch($input: MakeCodeBatchInput!) {
    makeCodeBatch(input: $input) {
      __typename
      ... on CodeBatch {
        id
        number
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

interface NewBatchProps {
  readonly surveyId: string
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  readonly onMade: () => void
}

/** Makes codes for as many letters as there are to be sent. */
export function NewBatch({ surveyId, localities, onMade }: NewBatchProps) {
  const { t } = useTranslation('invitation')
  const [name, setName] = useState('')
  const [count, setCount] = useState('')
  const [localityId, setLocality] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [isMade, setMade] = useState(false)
  const [make, { loading }] = useMutation(MakeCodeBatchMutation)
  const submit = async () => {
    setMade(false)
    const codeCount = wholeNumber(count)
    if (codeCount === null) return setProblems([{ name: 'codeCount', message: t('batch.countWrong') }])
    const input = { surveyId, name, codeCount, localityId: localityId || null }
    const { data, error } = await make({ variables: { input } })
    const result = data?.makeCodeBatch
    if (result?.__typename === 'InvalidInputError') return setProblems(problemsOf(result))
    if (!result) return setProblems([{ message: error?.message ?? t('failed') }])
    setProblems([])
    setMade(true)
    setName('')
    setCount('')
    onMade()
  }
  return (
    <Card title={t('batch.title')}>
      {isMade && (
        <Notice tone="success" isAnnounced>
          <p>{t('batch.made')}</p>
        </Notice>
      )}
      <Form
        label={t('batch.label')}
        problems={problems}
        names={['name', 'codeCount', 'localityId']}
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" isBusy={loading}>
            {t('batch.make')}
          </Button>
        }
      >
        <TextField
          name="name"
          label={t('batch.name')}
          hint={t('batch.nameHint')}
          error={errorOf(problems, 'name')}
          value={name}
          onChange={setName}
        />
        <TextField
          name="codeCount"
          label={t('batch.count')}
          hint={t('batch.countHint')}
          error={errorOf(problems, 'codeCount')}
          isShort
          value={count}
          onChange={setCount}
        />
        <SelectField
          name="localityId"
          label={t('batch.locality')}
          error={errorOf(problems, 'localityId')}
          value={localityId}
          onChange={setLocality}
          choices={[
            { value: '', label: t('batch.everywhere') },
            ...localities.map((locality) => ({ value: locality.id, label: locality.name })),
          ]}
        />
      </Form>
    </Card>
  )
}
