import { useTranslation } from 'react-i18next'
import { StatusTag } from '../ui/StatusTag.tsx'
import type { QuestionChanges } from './version-changes.ts'

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
        {groups.map(({ name, isParted, messages }) => (
          <li key={name ?? ''}>
            <div className="version-changes__head">
              <strong>{name ?? t('move.whole')}</strong>
              <StatusTag tone={isParted ? 'attention' : 'positive'}>
                {t(isParted ? 'move.parted' : 'move.joined')}
              </StatusTag>
            </div>
            {messages.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
