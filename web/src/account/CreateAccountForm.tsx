import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'
import { RadioGroupField } from '../ui/RadioGroupField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { accountInput, EMPTY_ACCOUNT, ROLE_CHOICES } from './account-input.ts'

export const CreateAccountForm_organisation = graphql(`
  fragment CreateAccountForm_organisation on Organisation {
    id
    name
  }
`)

const CreateAccount = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) {
      __typename
      ... on Account {
        id
        name
        email
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

interface CreateAccountFormProps {
  readonly organisations: readonly FragmentType<typeof CreateAccountForm_organisation>[]
  readonly onCreated: () => void
}

export function CreateAccountForm({ organisations, onCreated }: CreateAccountFormProps) {
  const { t } = useTranslation('account')
  const [draft, setDraft] = useState(EMPTY_ACCOUNT)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [created, setCreated] = useState<string | null>(null)
  const [create, { loading }] = useMutation(CreateAccount)

  const submit = async () => {
    setCreated(null)
    const { data, error } = await create({ variables: { input: accountInput(draft) } })
    const result = data?.createAccount
    if (result?.__typename === 'EmailTakenError')
      return setProblems([{ name: 'email', message: result.message }])
    if (result?.__typename !== 'Account')
      return setProblems(problemsOf(result ?? { message: error?.message ?? t('failed') }))
    setProblems([])
    setDraft(EMPTY_ACCOUNT)
    setCreated(result.email)
    onCreated()
  }
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }))
  const field = (name: 'name' | 'email' | 'password' | 'organisationId' | 'role') => ({
    name,
    value: draft[name],
    onChange: (value: string) => set({ [name]: value }),
    error: errorOf(problems, name),
  })
  const choices = organisations
    .map((organisation) => readFragment(CreateAccountForm_organisation, organisation))
    .map(({ id, name }) => ({ value: id, label: name }))

  return (
    <Form
      label={t('create.title')}
      problems={problems}
      names={Object.keys(EMPTY_ACCOUNT)}
      onSubmit={() => void submit()}
      actions={
        <Button type="submit" isBusy={loading}>
          {t('create.submit')}
        </Button>
      }
    >
      {created && (
        <Notice tone="success" isAnnounced>
          <p>{t('create.done', { email: created })}</p>
        </Notice>
      )}
      <TextField {...field('name')} label={t('name')} />
      <TextField {...field('email')} label={t('email')} type="email" />
      <TextField
        {...field('password')}
        label={t('create.password')}
        hint={t('create.passwordHint')}
        type="text"
      />
      <SelectField
        {...field('organisationId')}
        label={t('organisation')}
        choices={choices}
        emptyLabel={t('create.noOrganisation')}
        isOptional
      />
      {draft.organisationId !== '' && (
        <RadioGroupField
          {...field('role')}
          label={t('create.role')}
          choices={ROLE_CHOICES.map((role) => ({
            value: role,
            label: t(`role.${role}`),
            hint: t(`roleHint.${role}`),
          }))}
        />
      )}
      <CheckboxField
        name="isAdministrator"
        label={t('role.ADMINISTRATOR')}
        hint={t('roleHint.ADMINISTRATOR')}
        isChecked={draft.isAdministrator}
        onChange={(isAdministrator) => set({ isAdministrator })}
      />
    </Form>
  )
}
