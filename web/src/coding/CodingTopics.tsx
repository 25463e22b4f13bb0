import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CodingTopicsQuery } from './coding-queries.ts'

interface CodingTopicsProps {
  readonly surveyId: string
  readonly questionKey: string
  readonly taken: readonly string[]
  readonly onAdd: (label: string) => void
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1)

/** What answers without codes speak of, as offers. */
export function CodingTopics({ surveyId, questionKey, taken, onAdd }: CodingTopicsProps) {
  const { t } = useTranslation('coding')
  const { data } = useQuery(CodingTopicsQuery, {
    variables: { id: surveyId, questionKey },
    fetchPolicy: 'cache-and-network',
  })
  const topics = (data?.survey?.coding?.topics ?? []).filter(({ label }) => !taken.includes(capital(label)))
  if (topics.length === 0) return null
  return (
    <Notice title={t('topics.title')}>
      <p>{t('topics.text')}</p>
      <ul className="coding-topics">
        {topics.map(({ label, count, examples }) => (
          <li key={label}>
            <span>
              <strong>{label}</strong> – {t('topics.count', { count })} „{examples[0]}”
            </span>
            <Button
              look="secondary"
              label={t('topics.addOf', { label })}
              onClick={() => onAdd(capital(label))}
            >
              {t('topics.add')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
