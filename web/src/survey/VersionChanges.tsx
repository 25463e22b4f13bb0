import { useTranslation } from 'react-i18next'
import { StatusTag } from '../ui/StatusTag.tsx'
import type { Outcome, QuestionChanges } from './version-changes.ts'

const TONES = {
  parted: 'attention',
  gone: 'neutral',
  crosswalk: 'positive',
  joined: 'positive',
  added: 'primary',
} as const satisfies Readonly<Record<Outcome, string>>

interface VersionChangesProps {
  readonly groups: readonly QuestionChanges[]
}

/** What changed, question by question, and whether results go on or part there. */
export function VersionChanges({ groups }: VersionChangesProps) {
  const { t } = useTranslation('survey')
  if (groups.length === 0) return <p className="muted">{t('move.noChanges')}</p>
  return (
    <section className="stack-tight">
      <h3>{t('move.changes')}</h3>
      <ul className="version-changes">
        {groups.map(({ key, name, outcome, messages }) => (
          <li key={key}>
            <div className="version-changes__head">
              <strong>{name ?? t('move.whole')}</strong>
              <StatusTag tone={TONES[outcome]}>{t(`move.outcome.${outcome}`)}</StatusTag>
            </div>
            {outcome === 'crosswalk' && <p>{t('move.crosswalk')}</p>}
            {messages.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
