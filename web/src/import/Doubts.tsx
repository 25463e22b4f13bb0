import { useTranslation } from 'react-i18next'
import { type Choice, SelectField } from '../ui/SelectField.tsx'
import type { Doubt } from './dry-run-figures.ts'

interface DoubtsProps {
  /** Beginning of the names of the fields. */
  readonly name: string
  readonly doubts: readonly Doubt[]
  readonly choices: readonly Choice[]
  readonly meaningOf: (text: string) => string | null | undefined
  readonly onDecide: (text: string, code: string | null | undefined) => void
}

const LEAVE_OUT = 'leave-out'
const MOST_DOUBTS = 30

/** What was not understood in a column: where it stands, why, and a list to say what it means. */
export function Doubts({ name, doubts, choices, meaningOf, onDecide }: DoubtsProps) {
  const { t } = useTranslation('import')
  const shown = doubts.slice(0, MOST_DOUBTS)
  const meanings = [{ value: LEAVE_OUT, label: t('check.leaveOut') }, ...choices]
  const valueOf = (text: string) => (meaningOf(text) === null ? LEAVE_OUT : (meaningOf(text) ?? ''))
  const decide = (text: string, value: string) =>
    onDecide(text, value === '' ? undefined : value === LEAVE_OUT ? null : value)
  return (
    <>
      <h4 className="doubts__title">{t('check.refusedHeading')}</h4>
      <ul className="doubts">
        {shown.map((doubt) => (
          <li key={`${doubt.text}\n${doubt.message}`} className="doubt">
            <div>
              <p className="doubt__text">„{doubt.text}”</p>
              <p className="muted">
                <Where doubt={doubt} />
              </p>
              {!doubt.isDecidable && <p>{doubt.message}</p>}
            </div>
            {doubt.isDecidable && (
              <SelectField
                name={`${name}.${doubt.text}`}
                label={t('check.decide', { cell: doubt.text })}
                value={valueOf(doubt.text)}
                emptyLabel={t('check.undecided')}
                choices={meanings}
                onChange={(value) => decide(doubt.text, value)}
              />
            )}
          </li>
        ))}
      </ul>
      {doubts.length > shown.length && <p>{t('check.others', { count: doubts.length - shown.length })}</p>}
    </>
  )
}

const MOST_ROWS = 12

function Where({ doubt: { count, rows } }: { readonly doubt: Doubt }) {
  const { t } = useTranslation('import')
  const shown = rows.slice(0, MOST_ROWS)
  return t('check.found', {
    count,
    rows: `${shown.join(', ')}${count > shown.length ? ` ${t('check.more')}` : ''}`,
  })
}
