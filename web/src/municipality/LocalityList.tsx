import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Card } from '../ui/Card.tsx'
import './municipality.css'

export const LocalityList_municipality = graphql(`
  fragment LocalityList_municipality on Municipality {
    code
    localities {
      id
      name
      kind
    }
  }
`)

interface LocalityListProps {
  readonly municipality: FragmentType<typeof LocalityList_municipality>
}

export function LocalityList({ municipality }: LocalityListProps) {
  const { t } = useTranslation('municipality')
  const { localities } = readFragment(LocalityList_municipality, municipality)
  return (
    <Card title={t('localities.title')}>
      {localities.length === 0 ? (
        <p className="muted">{t('localities.none')}</p>
      ) : (
        <ul className="locality-list">
          {localities.map(({ id, name, kind }) => (
            <li key={id}>
              {name} <span className="muted">({t(`locality.${kind}`)})</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
