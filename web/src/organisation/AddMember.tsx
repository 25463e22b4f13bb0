import { useMutation, useQuery } from '@apollo/client/react'
import { ROLES, type Role } from '@rozeznanie/core/account'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { SetMembership } from './set-membership.ts'

const AddMemberQuery = graphql(`
  query AddMember {
    accounts {
      id
      name
      email
      isDisabled
    }
  }
`)

interface AddMemberProps {
  readonly organisationId: string
  readonly memberIds: readonly string[]
}

/** Gives an existing account a role here; new accounts are made on the page of accounts. */
export function AddMember({ organisationId, memberIds }: AddMemberProps) {
  const { t } = useTranslation('organisation')
  const [accountId, setAccountId] = useState('')
  const [role, setRole] = useState<Role>('ORGANISER')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const { data: all } = useQuery(AddMemberQuery)
  const [setMembership, { loading }] = useMutation(SetMembership)
  const choices = (all?.accounts ?? [])
    .filter(({ id, isDisabled }) => !isDisabled && !memberIds.includes(id))
    .map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))
  const submit = async () => {
    if (accountId === '') return setProblems([{ name: 'accountId', message: t('members.missing') }])
    const { data, error } = await setMembership({ variables: { input: { organisationId, accountId, role } } })
    if (!data?.setMembership) return setProblems(problemsOf({ message: error?.message ?? t('failed') }))
    setProblems([])
    setAccountId('')
  }
  return (
    <Disclosure summary={t('members.add')}>
      <Form
        label={t('members.add')}
        problems={problems}
        names={['accountId', 'role']}
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" look="secondary" isBusy={loading}>
            {t('members.add')}
          </Button>
        }
      >
        <SelectField
          name="accountId"
          label={t('members.account')}
          hint={t('members.accountHint')}
          emptyLabel={t('members.choose')}
          choices={choices}
          value={accountId}
          onChange={setAccountId}
          error={errorOf(problems, 'accountId')}
        />
        <SelectField
          name="role"
          label={t('members.role')}
          choices={ROLES.map((value) => ({ value, label: t(`role.${value}`, { ns: 'account' }) }))}
          value={role}
          onChange={(value) => setRole(ROLES.find((candidate) => candidate === value) ?? 'ORGANISER')}
        />
      </Form>
    </Disclosure>
  )
}
