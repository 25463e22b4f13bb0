import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import type { MunicipalityTable_MunicipalityFragment } from '../gql/graphql.ts'
import { formatDay } from '../i18n/format.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { municipalityPath } from './municipality.paths.ts'

export const MunicipalityTable_municipality = graphql(`
  fragment MunicipalityTable_municipality on Municipality {
    code
    name
    kind
    vanishedOn
    county {
      code
      name
      voivodeship {
        code
        name
      }
    }
  }
`)

interface MunicipalityTableProps {
  readonly municipalities: readonly FragmentType<typeof MunicipalityTable_municipality>[]
}

export function MunicipalityTable({ municipalities }: MunicipalityTableProps) {
  const { t } = useTranslation('municipality')
  const columns: readonly Column<MunicipalityTable_MunicipalityFragment>[] = [
    {
      key: 'name',
      header: t('columns.name'),
      isRowHeader: true,
      cell: ({ code, name }) => <Link to={municipalityPath(code)}>{name}</Link>,
    },
    { key: 'kind', header: t('columns.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'county', header: t('columns.county'), cell: ({ county }) => county.name },
    { key: 'voivodeship', header: t('columns.voivodeship'), cell: ({ county }) => county.voivodeship.name },
    { key: 'code', header: t('columns.code'), cell: ({ code }) => code },
    {
      key: 'state',
      header: t('columns.state'),
      cell: ({ vanishedOn }) => (vanishedOn ? t('vanishedOn', { day: formatDay(vanishedOn) }) : t('present')),
    },
  ]
  const rows = municipalities.map((municipality) =>
    readFragment(MunicipalityTable_municipality, municipality),
  )
  return (
    <DataTable
      caption={t('list.title')}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
    />
  )
}
