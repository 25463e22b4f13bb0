import { useTranslation } from 'react-i18next'
import type { Sides } from './change-sides.ts'
import './revision.css'
import { type WordPart, wordParts } from './word-parts.ts'

/** Before and after beside each other, with the words that differ marked. */
export function WordDiff({ before, after }: Sides) {
  const { t } = useTranslation('revision')
  const parts = before !== null && after !== null ? wordParts(before, after) : null
  return (
    <dl className="word-diff">
      <div className="word-diff__side word-diff__side--before">
        <dt>{t('before')}</dt>
        <dd>
          {before === null ? (
            <span className="muted">{t('nothing')}</span>
          ) : (
            <Parts parts={parts?.before ?? [{ text: before, isOwn: false }]} mark="del" />
          )}
        </dd>
      </div>
      <div className="word-diff__side word-diff__side--after">
        <dt>{t('after')}</dt>
        <dd>
          {after === null ? (
            <span className="muted">{t('nothing')}</span>
          ) : (
            <Parts parts={parts?.after ?? [{ text: after, isOwn: false }]} mark="ins" />
          )}
        </dd>
      </div>
    </dl>
  )
}

function Parts({ parts, mark: Mark }: { readonly parts: readonly WordPart[]; readonly mark: 'del' | 'ins' }) {
  return parts.map(({ text, isOwn }, index) =>
    isOwn ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>,
  )
}
