import type { DiArea, NoteMethod } from '@rozeznanie/core/note'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../i18n/format.ts'

interface NoteFacts {
  readonly method: NoteMethod
  readonly notedOn: string
  readonly place: string
  readonly participantCount?: number | null
  readonly locality?: { readonly name: string } | null
  readonly diAreas: readonly DiArea[]
}

/** Day, method, place and number of people in one line; the areas below it. */
export function NoteFactsView({ note }: { readonly note: NoteFacts }) {
  const { t } = useTranslation('note')
  const { method, notedOn, locality, place, participantCount, diAreas } = note
  const facts = [
    formatDay(notedOn),
    t(`method.${method}`),
    [locality?.name, place].filter(Boolean).join(', '),
    participantCount == null ? '' : t('people', { count: participantCount }),
  ]
  return (
    <div className="stack-tight">
      <p className="muted note__facts">{facts.filter(Boolean).join(' · ')}</p>
      <ul className="note__areas" aria-label={t('areasOf')}>
        {diAreas.map((area) => (
          <li key={area}>{t(`areas.${area}`, { ns: 'bank' })}</li>
        ))}
      </ul>
    </div>
  )
}

/** A note as it is read. */
export function NoteText({ note }: { readonly note: NoteFacts & { readonly text: string } }) {
  return (
    <article className="card">
      <NoteFactsView note={note} />
      <p className="note__text">{note.text}</p>
    </article>
  )
}
