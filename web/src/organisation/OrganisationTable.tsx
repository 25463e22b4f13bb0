import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import type { OrganisationTable_OrganisationFragment } from '../gql/graphql.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { organisationPath } from './organisation.paths.ts'

export const OrganisationTable_organisation = graphql(`
  fragment OrganisationTable_organisation on Organisation {
    id
    kind
    name
    phone
    municipalities {
      code
      name
    }
  }
`)

const MOST_NAMES = 4

interface OrganisationTableProps {
  readonly organisations: readonly FragmentType<typeof OrganisationTable_organisation>[]
}

export function OrganisationTable({ organisations }: OrganisationTableProps) {
  const { t } = useTranslation('organisation')
  const columns: readonly Column<OrganisationTable_OrganisationFragment>[] = [
    {
      key: 'name',
      header: t('columns.name'),
      isRowHeader: true,
      cell: ({ id, name }) => <Link to={organisationPath(id)}>{name}</Link>,
    },
    { key: 'kind', header: t('columns.kind'), cell: ({ kind }) => t(`kindShort.${kind}`) },
    {
      key: 'municipalities',
      header: t('columns.municipalities'),
      cell: ({ municipalities }) =>
        municipalities.length > MOST_NAMES
          ? t('municipalityCount', { count: municipalities.length })
          : municipalities.map(({ name }) => name).join(', '),
    },
    { key: 'phone', header: t('columns.phone'), cell: ({ phone }) => phone },
  ]
  const rows = organisations.map((organisation) => readFragment(OrganisationTable_organisation, organisation))
  return (
    <DataTable
      caption={t('list.title')}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}
