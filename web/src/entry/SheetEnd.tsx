import { END, press, summaryOf } from '@rozeznanie/core/entry'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Skipped } from './PlaceNotes.tsx'
import type { SheetDesk } from './sheet-desk.ts'

const MOVES = ['ArrowUp', 'Backspace', '+']

/** The sheet looked over: Enter sends it, or leads to what is missing. */
export function SheetEnd({ desk }: { readonly desk: SheetDesk }) {
  const { t } = useTranslation('entry')
  const { entry, change, mode } = desk
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus({ preventScroll: true })
    button.current?.scrollIntoView({ block: 'center' })
  }, [])
  const { answeredCount, blankCount, droppedCount, unseen, violations } = summaryOf(entry)
  const isReady = unseen.length === 0 && violations.length === 0
  const keyDown = (event: KeyboardEvent) => {
    if (!MOVES.includes(event.key)) return
    event.preventDefault()
    change((before) => press(before, event.key))
  }
  const send = mode === 'CATI' ? t('summary.sendCati') : t('summary.send')
  return (
    <section className="entry-end" aria-labelledby="entry-end">
      <h3 id="entry-end">{mode === 'CATI' ? t('summary.titleCati') : t('summary.title')}</h3>
      <dl>
        <Count label={t('summary.answered')} value={answeredCount} />
        <Count label={t('summary.blank')} value={blankCount} />
        {droppedCount > 0 && <Count label={t('summary.dropped')} value={droppedCount} />}
      </dl>
      {droppedCount > 0 && <p>{t('summary.droppedHint')}</p>}
      <Skipped desk={desk} entry={entry} place={END} />
      {unseen.length > 0 && <p className="entry-problem">{t('summary.unseen', { count: unseen.length })}</p>}
      {violations.length > 0 && (
        <p className="entry-problem">{t('summary.wrong', { count: violations.length })}</p>
      )}
      {!isReady && <p>{t('summary.back')}</p>}
      <button
        type="button"
        ref={button}
        className="button button--primary"
        onKeyDown={keyDown}
        onClick={() => change((before) => press(before, 'Enter'))}
      >
        {isReady ? send : t('summary.fix')}
      </button>
    </section>
  )
}

function Count({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
