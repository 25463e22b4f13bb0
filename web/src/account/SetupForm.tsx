import { useApolloClient, useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { TextField } from '../ui/TextField.tsx'

const CreateFirstAdministrator = graphql(`
  mutation CreateFirstAdministrator($input: CreateFirstAdministratorInput!) {
    createFirstAdministrator(input: $input) {
      __typename
      ... on Viewer {
        accountId
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

const EMPTY = { setupCode: '', name: '', email: '', password: '' }

export function SetupForm() {
  const { t } = useTranslation('account')
  const client = useApolloClient()
  const [input, setInput] = useState(EMPTY)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [create, { loading }] = useMutation(CreateFirstAdministrator)

  const submit = async () => {
    const { data, error } = await create({ variables: { input } })
    const result = data?.createFirstAdministrator
    if (result?.__typename === 'Viewer') return client.refetchQueries({ include: 'active' })
    if (result?.__typename === 'SetupCodeWrongError') {
      return setProblems([{ name: 'setupCode', message: result.message }])
    }
    setProblems(problemsOf(result ?? { message: error?.message ?? t('failed') }))
  }
  const field = (name: keyof typeof EMPTY) => ({
    name,
    value: input[name],
    onChange: (value: string) => setInput((before) => ({ ...before, [name]: value })),
    error: errorOf(problems, name),
  })

  return (
    <Form
      label={t('setup.title')}
      problems={problems}
      names={Object.keys(EMPTY)}
      onSubmit={() => void submit()}
      actions={
        <Button type="submit" isBusy={loading}>
          {t('setup.submit')}
        </Button>
      }
    >
      <TextField {...field('setupCode')} label={t('setup.code')} hint={t('setup.codeHint')} isShort />
      <TextField {...field('name')} label={t('name')} autoComplete="name" />
      <TextField {...field('email')} label={t('email')} type="email" autoComplete="username" />
      <TextField
        {...field('password')}
        label={t('password')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
      />
    </Form>
  )
}
