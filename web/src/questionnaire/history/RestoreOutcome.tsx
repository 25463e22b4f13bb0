import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../i18n/format.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { editorPath } from '../questionnaire.paths.ts'
import type { Outcome } from './use-restore.ts'

interface RestoreOutcomeProps {
  readonly outcome: Outcome | null
  readonly questionnaireKey: string
}

/** What came of restoring a state; takes the focus, as the list below has changed. */
export function RestoreOutcome({ outcome, questionnaireKey }: RestoreOutcomeProps) {
  const { t } = useTranslation('history')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (outcome) box.current?.focus()
  }, [outcome])
  if (outcome === null) return null
  return (
    <div ref={box} tabIndex={-1}>
      {outcome.kind === 'restored' ? (
        <Notice tone="success" isAnnounced>
          <p>{t('restored', { when: formatInstant(outcome.savedAt) })}</p>
          <LinkButton to={editorPath(questionnaireKey)} look="secondary">
            {t('restoredEdit')}
          </LinkButton>
        </Notice>
      ) : (
        <Notice tone="danger" isAnnounced>
          <p>{outcome.message}</p>
        </Notice>
      )}
    </div>
  )
}
