import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import type { Members_OrganisationFragment } from '../gql/graphql.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { AddMember } from './AddMember.tsx'
import { RemoveMember } from './RemoveMember.tsx'

export const Members_organisation = graphql(`
  fragment Members_organisation on Organisation {
    id
    memberships {
      role
      account {
        id
        name
        email
        isDisabled
      }
    }
  }
`)

type Member = Members_OrganisationFragment['memberships'][number]

interface MembersProps {
  readonly organisation: FragmentType<typeof Members_organisation>
  readonly isEditable: boolean
}

export function Members({ organisation, isEditable }: MembersProps) {
  const { t } = useTranslation('organisation')
  const { id, memberships } = readFragment(Members_organisation, organisation)
  const columns: readonly Column<Member>[] = [
    { key: 'name', header: t('members.name'), isRowHeader: true, cell: ({ account }) => account.name },
    { key: 'email', header: t('members.email'), cell: ({ account }) => account.email },
    { key: 'role', header: t('members.role'), cell: ({ role }) => t(`role.${role}`, { ns: 'account' }) },
    {
      key: 'state',
      header: t('members.state'),
      cell: ({ account }) => t(account.isDisabled ? 'isDisabled' : 'isActive', { ns: 'account' }),
    },
    ...(isEditable
      ? [
          {
            key: 'remove',
            header: t('members.change'),
            cell: ({ account }: Member) => (
              <RemoveMember organisationId={id} accountId={account.id} name={account.name} />
            ),
          },
        ]
      : []),
  ]
  return (
    <Card title={t('members.title')}>
      {memberships.length === 0 ? (
        <p className="muted">{t('members.none')}</p>
      ) : (
        <DataTable
          caption={t('members.title')}
          isCaptionHidden
          columns={columns}
          rows={memberships}
          rowKey={({ account }) => account.id}
        />
      )}
      {isEditable && (
        <AddMember organisationId={id} memberIds={memberships.map(({ account }) => account.id)} />
      )}
    </Card>
  )
}
