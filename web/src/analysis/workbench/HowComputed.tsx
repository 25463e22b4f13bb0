import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import type { Table } from './workbench-table.ts'

interface HowComputedProps {
  readonly tables: readonly Table[]
}

const BASES = [
  'asked',
  'valid',
  'unanswered',
  'notApplicable',
  'refused',
  'dontKnow',
  'withoutColumn',
] as const

/** Tests, strength and base behind a table in plain words, closed at first; under it who was asked and how. */
export function HowComputed({ tables }: HowComputedProps) {
  const { t } = useTranslation('workbench')
  const [first] = tables
  if (!first) return null
  const notes = [...new Set(tables.flatMap((table) => table.notes))]
  const { test, meanTest, effect } = first
  const said =
    tables.length === 1 ? [test, meanTest, effect].flatMap((one) => (one ? [one.sentence] : [])) : []
  const base = BASES.flatMap((part) => {
    const count = first.base[part]
    return typeof count === 'number' && (count > 0 || part === 'valid') ? [{ part, count }] : []
  })
  return (
    <>
      {notes.length > 0 && (
        <div className="result__notes">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      <Disclosure summary={t('how.title')}>
        <div className="stack-tight">
          {said.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {tables.length === 1 && base.length > 0 && (
            <dl className="how__base">
              {base.map(({ part, count }) => (
                <div key={part}>
                  <dt>{t(`how.base.${part}`)}</dt>
                  <dd>{formatCount(count)}</dd>
                </div>
              ))}
            </dl>
          )}
          <p className="muted">{t('how.signs')}</p>
        </div>
      </Disclosure>
      <div className="result__footer">
        {first.footer.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  )
}
