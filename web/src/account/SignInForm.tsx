import { useApolloClient, useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { TextField } from '../ui/TextField.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
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

interface SignInFormProps {
  readonly isDemo: boolean
}

/** Once signed in, all queries are asked again: the page then leads on by itself. */
export function SignInForm({ isDemo }: SignInFormProps) {
  const { t } = useTranslation('account')
  const client = useApolloClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [signIn, { loading }] = useMutation(SignIn)

  const submit = async () => {
    const { data, error } = await signIn({ variables: { input: { email, password } } })
    const result = data?.signIn
    if (result?.__typename === 'Viewer') await client.refetchQueries({ include: 'active' })
    else setProblems(problemsOf(result ?? { message: error?.message ?? t('failed') }))
  }
  const fill = (demoEmail: string, demoPassword: string) => {
    setEmail(demoEmail)
    setPassword(demoPassword)
    setProblems([])
  }

  return (
    <>
      <Form
        label={t('signIn.title')}
        problems={problems}
        names={['email', 'password']}
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" isBusy={loading}>
            {t('signIn.submit')}
          </Button>
        }
      >
        <TextField
          name="email"
          label={t('email')}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={errorOf(problems, 'email')}
        />
        <TextField
          name="password"
          label={t('password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={errorOf(problems, 'password')}
        />
      </Form>
      {isDemo ? <DemoAccounts onChoose={fill} /> : <p className="muted">{t('signIn.forgotten')}</p>}
    </>
  )
}
