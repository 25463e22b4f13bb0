import { useTranslation } from 'react-i18next'

const KEYS = [
  ['1 2 3', 'digits'],
  ['Enter', 'enter'],
  ['.', 'dot'],
  ['*', 'dontKnow'],
  ['−', 'refused'],
  ['/', 'notApplicable'],
  ['+', 'plus'],
  ['↑', 'back'],
  ['End', 'end'],
  ['Esc', 'escape'],
] as const

/** The keys, beside the sheet. */
export function EntryKeys() {
  const { t } = useTranslation('entry')
  return (
    <aside className="entry-keys" aria-label={t('keys.title')}>
      <h3>{t('keys.title')}</h3>
      <dl>
        {KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${meaning}`)}</dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
