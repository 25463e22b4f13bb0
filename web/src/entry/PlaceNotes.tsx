import { skippedBefore, violationsAt, type Entry, type Place } from '@rozeznanie/core/entry'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/Icon.tsx'
import type { SheetDesk } from './sheet-desk.ts'

interface PlaceNotesProps {
  readonly desk: SheetDesk
  readonly place: Place
  readonly id: string
}

/** How to enter an answer here, what is wrong with it, and which questions were passed over. */
export function PlaceNotes({ desk, place, id }: PlaceNotesProps) {
  const { t } = useTranslation('entry')
  const { entry } = desk
  const how = place.question?.type === 'DATE_YEAR' ? 'year' : place.kind
  return (
    <div id={id} className="entry-notes">
      {how !== 'end' && <p className="muted">{t(`how.${how}`)}</p>}
      <div aria-live="polite">
        <Problems desk={desk} place={place} />
      </div>
      <Skipped desk={desk} entry={entry} place={place} />
    </div>
  )
}

function Problems({ desk: { entry, mode }, place }: Omit<PlaceNotesProps, 'id'>) {
  const { t } = useTranslation('entry')
  const { note } = entry
  if (note === null) return null
  if (note.kind !== 'faulty') {
    const name = note.kind === 'needsAnswer' && mode === 'CATI' ? 'needsAnswerCati' : note.kind
    return <Problem text={t(`note.${name}`, { ...note })} />
  }
  return (
    <>
      {violationsAt(entry, place).map(({ message }) => (
        <Problem key={message} text={message} />
      ))}
      <p className="muted">{t('note.insist')}</p>
    </>
  )
}

function Problem({ text }: { readonly text: string }) {
  return (
    <p className="entry-problem">
      <Icon name="warning" /> {text}
    </p>
  )
}

interface SkippedProps {
  readonly desk: SheetDesk
  readonly entry: Entry
  readonly place: Place
}

/** Which questions of the sheet were passed over just now, and that answers to them can be noted. */
export function Skipped({ desk: { numbers, mode }, entry, place }: SkippedProps) {
  const { t } = useTranslation('entry')
  const skipped = skippedBefore(entry, place)
  if (skipped.length === 0) return null
  const names = skipped.map(({ key }) => numbers.get(key) ?? '').join(', ')
  const strays = entry.strays[place.id] ?? 0
  const canNote = mode === 'PAPI' && place.kind !== 'text' && place.kind !== 'more'
  return (
    <div className="entry-skipped">
      <p>{t(skipped.length === 1 ? 'skipped.one' : 'skipped.many', { numbers: names })}</p>
      {canNote && strays === 0 && <p className="muted">{t('skipped.stray')}</p>}
      {strays > 0 && <p>{t('skipped.strays', { count: strays })}</p>}
    </div>
  )
}
