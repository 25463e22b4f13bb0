import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import type { AccountsTable_AccountFragment, Role } from '../gql/graphql.ts'
import { Button } from '../ui/Button.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { Notice } from '../ui/Notice.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'

export const AccountsTable_account = graphql(`
  fragment AccountsTable_account on Account {
    id
    name
    email
    isAdministrator
    isDisabled
  }
`)

const SetAccountDisabled = graphql(`
  mutation SetAccountDisabled($input: SetAccountDisabledInput!) {
    setAccountDisabled(input: $input) {
      __typename
      ... on Account {
        id
        isDisabled
      }
      ... on Error {
        message
      }
    }
  }
`)

interface AccountsTableProps {
  readonly accounts: readonly FragmentType<typeof AccountsTable_account>[]
  readonly roles: readonly {
    readonly accountId: string
    readonly role: Role
    readonly organisationName: string
  }[]
  /** One's own account cannot be disabled by oneself. */
  readonly ownId: string | undefined
}

export function AccountsTable({ accounts, roles, ownId }: AccountsTableProps) {
  const { t } = useTranslation('account')
  const [outcome, setOutcome] = useState<{ readonly isError: boolean; readonly text: string } | null>(null)
  const [setDisabled, { loading }] = useMutation(SetAccountDisabled)

  const toggle = async ({ id, name, isDisabled }: AccountsTable_AccountFragment) => {
    const { data, error } = await setDisabled({
      variables: { input: { accountId: id, isDisabled: !isDisabled } },
    })
    const result = data?.setAccountDisabled
    if (result?.__typename === 'Account')
      return setOutcome({ isError: false, text: t(isDisabled ? 'enabled' : 'disabled', { name }) })
    setOutcome({ isError: true, text: result?.message ?? error?.message ?? t('failed') })
  }
  const columns: readonly Column<AccountsTable_AccountFragment>[] = [
    { key: 'name', header: t('name'), isRowHeader: true, cell: ({ name }) => name },
    { key: 'email', header: t('email'), cell: ({ email }) => email },
    {
      key: 'roles',
      header: t('roles'),
      cell: ({ id, isAdministrator }) => (
        <RoleList
          roles={[
            ...(isAdministrator ? [t('role.ADMINISTRATOR')] : []),
            ...roles
              .filter(({ accountId }) => accountId === id)
              .map(({ role, organisationName }) => `${t(`role.${role}`)} – ${organisationName}`),
          ]}
        />
      ),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ isDisabled }) =>
        isDisabled ? (
          <StatusTag tone="neutral">{t('isDisabled')}</StatusTag>
        ) : (
          <StatusTag tone="positive">{t('isActive')}</StatusTag>
        ),
    },
    {
      key: 'change',
      header: t('change'),
      cell: (account) =>
        account.id === ownId ? (
          <span className="muted">{t('ownAccount')}</span>
        ) : (
          <Button
            look="quiet"
            isBusy={loading}
            label={t(account.isDisabled ? 'enableNamed' : 'disableNamed', { name: account.name })}
            onClick={() => void toggle(account)}
          >
            {t(account.isDisabled ? 'enable' : 'disable')}
          </Button>
        ),
    },
  ]
  return (
    <div className="stack">
      {outcome && (
        <Notice tone={outcome.isError ? 'danger' : 'success'} isAnnounced>
          <p>{outcome.text}</p>
        </Notice>
      )}
      <DataTable
        caption={t('accounts.title')}
        isCaptionHidden
        columns={columns}
        rows={accounts.map((account) => readFragment(AccountsTable_account, account))}
        rowKey={({ id }) => id}
      />
    </div>
  )
}

function RoleList({ roles }: { readonly roles: readonly string[] }) {
  return (
    <>
      {roles.map((role) => (
        <div key={role}>{role}</div>
      ))}
    </>
  )
}
