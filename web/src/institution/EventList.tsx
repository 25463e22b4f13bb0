import { useTranslation } from 'react-i18next'
import { formatInstant } from '../i18n/format.ts'

interface EventListProps {
  readonly events: readonly {
    readonly number: number
    readonly kind:
      'INVITED' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'REMINDED' | 'LINK_RENEWED' | 'DUE_MOVED'
    readonly at: string
    readonly personName: string | null
  }[]
}

/** What happened to a form, oldest first. */
export function EventList({ events }: EventListProps) {
  const { t } = useTranslation('institution')
  return (
    <ol className="institution-events">
      {events.map(({ number, kind, at, personName }) => (
        <li key={number}>
          {formatInstant(at)} – {t(`events.${kind}`)}
          {personName !== null && ` (${personName})`}
        </li>
      ))}
    </ol>
  )
}
