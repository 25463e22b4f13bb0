import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { AccountsTable } from './AccountsTable.tsx'
import { CreateAccountForm } from './CreateAccountForm.tsx'

const AccountsPageQuery = graphql(`
  query AccountsPage {
    viewer {
      accountId
    }
    accounts {
      id
      ...AccountsTable_account
    }
    organisations {
      id
      name
      memberships {
        role
        account {
          id
        }
      }
      ...CreateAccountForm_organisation
    }
  }
`)

/** All accounts of the platform, for administrators. */
export function AccountsPage() {
  const { t } = useTranslation('account')
  const { data, loading, error, refetch } = useQuery(AccountsPageQuery)
  if (!data?.accounts || !data.organisations) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const rolesByAccount = data.organisations.flatMap(({ name, memberships }) =>
    memberships.map(({ role, account }) => ({ accountId: account.id, role, organisationName: name })),
  )
  return (
    <Page title={t('accounts.title')} lead={t('accounts.lead')}>
      <Disclosure summary={t('create.title')}>
        <CreateAccountForm organisations={data.organisations} onCreated={() => void refetch()} />
      </Disclosure>
      <AccountsTable accounts={data.accounts} roles={rolesByAccount} ownId={data.viewer?.accountId} />
    </Page>
  )
}
