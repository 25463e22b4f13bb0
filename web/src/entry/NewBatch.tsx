import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, problemsOf, type FormProblem } from '../ui/form-problems.ts'
import { TextField } from '../ui/TextField.tsx'

const CreateBatch = graphql(`
  mutation CreateEntryBatch($input: CreateEntryBatchInput!) {
    result: createEntryBatch(input: $input) {
      __typename
      ... on EntryBatch {
        id
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
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** A whole number as it was typed; what is none becomes 0, for the server to refuse. */
const whole = (text: string): number => (/^\d{1,8}$/.test(text.trim()) ? Number(text) : 0)

/** Names a pile, with how many sheets it has. */
export function NewBatch({ surveyId, onDone, onCancel }: NewBatchProps) {
  const { t } = useTranslation('entry')
  const [typed, setTyped] = useState({ name: '', expectedCount: '', firstSheet: '' })
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [create, { loading }] = useMutation(CreateBatch)
  const save = async () => {
    const { name, expectedCount, firstSheet } = typed
    const first = firstSheet.trim() === '' ? {} : { firstSheet: whole(firstSheet) }
    const input = { surveyId, name, expectedCount: whole(expectedCount), ...first }
    const { data, error } = await create({ variables: { input } })
    const result = data?.result
    if (result?.__typename === 'EntryBatch') onDone()
    else setProblems(problemsOf(result ?? { message: error?.message ?? t('batches.failed') }))
  }
  const field = (name: keyof typeof typed) => ({
    name,
    error: errorOf(problems, name),
    value: typed[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  })
  return (
    <Form
      label={t('batches.form')}
      problems={problems}
      names={['name', 'expectedCount', 'firstSheet']}
      onSubmit={() => void save()}
      actions={
        <>
          <Button type="submit" isBusy={loading}>
            {t('batches.save')}
          </Button>
          <Button look="secondary" onClick={onCancel}>
            {t('batches.cancel')}
          </Button>
        </>
      }
    >
      <TextField {...field('name')} label={t('batches.name')} hint={t('batches.nameHint')} />
      <TextField {...field('expectedCount')} label={t('batches.expected')} isShort />
      <TextField
        {...field('firstSheet')}
        label={t('batches.first')}
        hint={t('batches.firstHint')}
        isOptional
        isShort
      />
    </Form>
  )
}
