import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { Form } from '../ui/Form.tsx'
import { TextAreaField } from '../ui/TextAreaField.tsx'

const Add = graphql(`
  mutation AddInstitutions($input: AddInstitutionsInput!) {
    addInstitutions(input: $input) {
      __typename
      ... on Organisation {
        id
        institutions {
          id
          name
          email
          phone
          isRetired
        }
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

interface AddInstitutionsProps {
  readonly organisationId: string
  readonly isOpen: boolean
  readonly onDone: () => Promise<void>
}

/** Institutions pasted from a list that the office has anyway. */
export function AddInstitutions({ organisationId, isOpen, onDone }: AddInstitutionsProps) {
  const { t } = useTranslation('institution')
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [add, { loading }] = useMutation(Add)
  const submit = async () => {
    const { data, error } = await add({ variables: { input: { organisationId, text } } })
    const result = data?.addInstitutions
    if (result?.__typename !== 'Organisation') {
      const found = problemsOf(result ?? { message: error?.message ?? t('failed') })
      return setProblems(found.map((problem) => ({ ...problem, name: 'text' })))
    }
    setText('')
    setProblems([])
    await onDone()
  }
  return (
    <Disclosure summary={t('add.title')} isOpenAtFirst={isOpen}>
      <Form
        label={t('add.title')}
        problems={problems}
        names={['text']}
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" look="secondary" isBusy={loading}>
            {t('add.submit')}
          </Button>
        }
      >
        <TextAreaField
          name="text"
          label={t('add.field')}
          hint={t('add.hint')}
          value={text}
          onChange={setText}
          error={problems[0]?.message}
        />
      </Form>
    </Disclosure>
  )
}
