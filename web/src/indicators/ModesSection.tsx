import { useTranslation } from 'react-i18next'
import { Disclosure } from '../ui/Disclosure.tsx'
import type { Modes } from './indicator-data.ts'

interface ModesSectionProps {
  readonly effects: Modes
}

/** Whether people answered otherwise in other ways of collecting, in sentences that claim no more than the test. */
export function ModesSection({ effects }: ModesSectionProps) {
  const { t } = useTranslation('indicators')
  const { comparisons, notes } = effects
  const different = comparisons.filter(({ isDifferent }) => isDifferent)
  const same = comparisons.filter(({ isDifferent }) => !isDifferent)
  const keyOf = ({ key, name, first, second }: (typeof comparisons)[number]) =>
    `${key} ${name} ${first.mode} ${second.mode}`
  return (
    <section className="indicator-section">
      <h2>{t('modes.title')}</h2>
      {different.length > 0 && (
        <ul>
          {different.map((one) => (
            <li key={keyOf(one)}>
              <strong>{one.name}.</strong> {one.sentence}
            </li>
          ))}
        </ul>
      )}
      {same.length > 0 && (
        <>
          <p>{t('modes.same', { count: same.length })}</p>
          <Disclosure summary={t('modes.open')}>
            <ul>
              {same.map((one) => (
                <li key={keyOf(one)}>
                  <strong>{one.name}.</strong> {one.sentence}
                </li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
      {notes.map((note) => (
        <p key={note} className="muted measure">
          {note}
        </p>
      ))}
    </section>
  )
}
