import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { municipalityPath } from '../municipality/municipality.paths.ts'
import { Card } from '../ui/Card.tsx'
import { Facts } from '../ui/Facts.tsx'

export const OrganisationSummary_organisation = graphql(`
  fragment OrganisationSummary_organisation on Organisation {
    id
    phone
    municipalities {
      code
      name
    }
  }
`)

interface OrganisationSummaryProps {
  readonly organisation: FragmentType<typeof OrganisationSummary_organisation>
}

/** What others than administrators see; changes are made by an administrator. */
export function OrganisationSummary({ organisation }: OrganisationSummaryProps) {
  const { t } = useTranslation('organisation')
  const { phone, municipalities } = readFragment(OrganisationSummary_organisation, organisation)
  return (
    <Card title={t('summary.title')}>
      <Facts
        facts={[
          { label: t('columns.phone'), value: phone },
          {
            label: t('columns.municipalities'),
            value: (
              <ul className="plain-list">
                {municipalities.map(({ code, name }) => (
                  <li key={code}>
                    <Link to={municipalityPath(code)}>{name}</Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <p className="muted">{t('summary.changes')}</p>
    </Card>
  )
}
