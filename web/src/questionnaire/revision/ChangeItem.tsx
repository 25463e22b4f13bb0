import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { RevisionChange } from './change-groups.ts'
import { sidesOf, withoutTexts } from './change-sides.ts'
import { WordDiff } from './WordDiff.tsx'

interface ChangeItemProps {
  readonly before: Questionnaire
  readonly after: Questionnaire
  readonly change: RevisionChange
}

/** One change: what it does, how many answers there are, before and after. */
export function ChangeItem({ before, after, change }: ChangeItemProps) {
  const { t } = useTranslation('revision')
  const { t: tq } = useTranslation('questionnaire')
  const sides = useMemo(() => sidesOf(before, after, change, { t, tq }), [before, after, change, t, tq])
  const { answerCount, demandsNewKey, kind, message } = change
  // A condition about a question that has become a new one reads as before.
  const isSaidAlike = kind.startsWith('LOGIC_') && sides !== null && sides.before === sides.after
  return (
    <div className="change">
      <p className="change__message">{withoutTexts(message, sides)}</p>
      {(demandsNewKey || answerCount !== null) && (
        <p className="state-tags">
          {demandsNewKey && <StatusTag tone="attention">{t('decide')}</StatusTag>}
          {answerCount !== null && (
            <StatusTag tone="neutral">
              {answerCount === 0 ? t('noAnswers') : t('answers', { count: answerCount })}
            </StatusTag>
          )}
        </p>
      )}
      {sides && <WordDiff {...sides} />}
      {isSaidAlike && <p className="muted">{t('sameWords')}</p>}
    </div>
  )
}
