import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, problemsOf, type FormProblem } from '../ui/form-problems.ts'
import { TextAreaField } from '../ui/TextAreaField.tsx'

const ReleaseAnswer = graphql(`
  mutation ReleaseAnswer($input: ReleaseAnswerInput!) {
    releaseAnswer(input: $input) {
      __typename
      ... on OpenAnswer {
        responseId
        questionKey
        releasedText
      }
      ... on InvalidInputError {
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

interface ReleaseFormProps {
  readonly surveyId: string
  readonly responseId: string
  readonly questionKey: string
  readonly text: string
  /** Some words were replaced before anybody looked. */
  readonly isMasked: boolean
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The text as it shall stand in the report, perhaps shortened. */
export function ReleaseForm(props: ReleaseFormProps) {
  const { surveyId, responseId, questionKey, text, isMasked, onDone, onCancel } = props
  const { t } = useTranslation('response')
  const [edited, setEdited] = useState(text)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [release, { loading }] = useMutation(ReleaseAnswer)
  const field = `text-${responseId}`

  const wrong = errorOf(problems, field)
  const errorProps = wrong === undefined ? {} : { error: wrong }

  const save = async () => {
    const input = { surveyId, responseId, questionKey, text: edited }
    const { data, error } = await release({ variables: { input } })
    const result = data?.releaseAnswer
    if (result?.__typename === 'OpenAnswer') return onDone()
    const found = problemsOf(result ?? { message: error?.message ?? t('failed') })
    setProblems(found.map((problem) => (problem.name === 'text' ? { ...problem, name: field } : problem)))
  }
  return (
    <Form
      label={t('form.name')}
      problems={problems}
      names={[field]}
      onSubmit={() => void save()}
      actions={
        <>
          <Button type="submit" isBusy={loading}>
            {t('form.save')}
          </Button>
          <Button look="secondary" onClick={onCancel}>
            {t('form.cancel')}
          </Button>
        </>
      }
    >
      <TextAreaField
        name={field}
        label={t('form.label')}
        hint={isMasked ? `${t('form.masked')} ${t('form.hint')}` : t('form.hint')}
        {...errorProps}
        value={edited}
        onChange={setEdited}
        rows={4}
      />
    </Form>
  )
}
