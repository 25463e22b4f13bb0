import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '../../ui/Notice.tsx'
import { editorPath } from '../questionnaire.paths.ts'
import { placeId } from './ChangedPlaceCard.tsx'

export const BLOCKERS_ID = 'do-poprawienia'

/** What keeps the draft from being published, with the question it is about. */
export interface Blocker {
  readonly questionKey?: string
  readonly message: string
  /** Is it settled on this page, at the card of the question? */
  readonly isHere?: boolean
}

interface BlockersProps {
  readonly questionnaireKey: string
  readonly blockers: readonly Blocker[]
}

/** What is wrong with the draft, each with the way to the question in the editor. */
export function Blockers({ questionnaireKey, blockers }: BlockersProps) {
  const { t } = useTranslation('revision')
  if (blockers.length === 0) return null
  return (
    <section id={BLOCKERS_ID} tabIndex={-1}>
      <Notice tone="danger" title={t('blockers.title', { count: blockers.length })}>
        <ul className="publish-reasons">
          {blockers.map(({ questionKey, message, isHere }) => (
            <li key={`${questionKey ?? ''} ${message}`}>
              {message}{' '}
              {isHere && questionKey ? (
                <a href={`#${placeId(questionKey)}`}>{t('settleHere')}</a>
              ) : (
                <Link
                  to={editorPath(questionnaireKey, questionKey)}
                  aria-label={`${t('openInEditor')}: ${message}`}
                >
                  {t('openInEditor')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  )
}
