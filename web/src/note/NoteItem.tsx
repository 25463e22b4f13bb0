import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { notePath } from './note.paths.ts'
import { NoteFactsView } from './NoteText.tsx'

export const NoteItem_note = graphql(`
  fragment NoteItem_note on FieldNote {
    id
    title
    text
    place
    method
    notedOn
    diAreas
    participantCount
    authorName
    locality {
      id
      name
    }
    quotes {
      number
      text
      releasedText
    }
  }
`)

/** A note in the list: its beginning on the screen, the whole of it with its quotes on paper. */
export function NoteItem({ note: masked }: { readonly note: FragmentType<typeof NoteItem_note> }) {
  const { t } = useTranslation('note')
  const note = readFragment(NoteItem_note, masked)
  const released = note.quotes.filter(({ releasedText }) => releasedText != null).length
  return (
    <li className="note-item">
      <h2>
        <Link to={notePath(note.id)}>{note.title}</Link>
      </h2>
      <NoteFactsView note={note} />
      <p className="note__text note__text--short">{note.text}</p>
      {note.quotes.map(({ number, text }) => (
        <blockquote key={number} className="note-item__quote">
          {text}
        </blockquote>
      ))}
      <p className="muted">
        {t('note.writtenBy', { name: note.authorName })}
        {note.quotes.length > 0 && ` · ${t('quotes.count', { count: note.quotes.length })}`}
        {released > 0 && ` · ${t('quotes.released', { count: released })}`}
      </p>
    </li>
  )
}
