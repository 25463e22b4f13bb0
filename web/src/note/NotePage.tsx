import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import { graphql, readFragment } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { fieldsOf } from './note-draft.ts'
import { NOTES_PATH } from './note.paths.ts'
import { NoteForm } from './NoteForm.tsx'
import { NoteText } from './NoteText.tsx'
import { QuoteList } from './QuoteList.tsx'
import { RemoveNote } from './RemoveNote.tsx'
import { NoteForm_note } from './use-saving-note.ts'
import './note.css'

const NotePageQuery = graphql(`
  query NotePage($id: ID!) {
    fieldNote(id: $id) {
      id
      authorName
      mayChange
      mayRelease
      organisation {
        id
        municipalities {
          code
          name
          localities {
            id
            name
          }
        }
      }
      ...NoteForm_note
    }
  }
`)

/** One note: changed by its author and by organisers, read by the others; its quotes and what of them is in the report. */
export function NotePage() {
  const { t } = useTranslation('note')
  const { id = '' } = useParams()
  const { state } = useLocation()
  const [news, setNews] = useState(isSaved(state) ? 1 : 0)
  const { data, loading, error, refetch } = useQuery(NotePageQuery, {
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  })
  const [isEditing, setEditing] = useState(false)
  if (!data?.fieldNote)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { organisation, mayChange, mayRelease, authorName } = data.fieldNote
  const note = readFragment(NoteForm_note, data.fieldNote)
  const show = (saved: boolean) => {
    setNews(saved ? news + 1 : 0)
    setEditing(false)
    document.querySelector('h1')?.focus()
  }
  const change = mayChange && !isEditing && (
    <Button onClick={() => setEditing(true)}>{t('note.change')}</Button>
  )
  return (
    <Page
      title={note.title}
      lead={t('note.writtenBy', { name: authorName })}
      crumbs={[{ label: t('list.title'), to: NOTES_PATH }]}
      crumbLabel={t('note.crumb')}
      actions={change}
    >
      {news > 0 && !isEditing && (
        <Notice key={news} tone="success" isAnnounced>
          <p>{t('form.saved')}</p>
        </Notice>
      )}
      {isEditing ? (
        <NoteForm
          key={note.revision}
          organisationId={organisation.id}
          places={withPlaceOf(note, organisation)}
          start={fieldsOf(note)}
          stored={{ noteId: note.id, revision: note.revision }}
          onSaved={() => show(true)}
          onReload={() => void refetch()}
          onCancel={() => show(false)}
        />
      ) : (
        <>
          <NoteText note={note} />
          {note.quotes.length > 0 && <QuoteList noteId={note.id} note={note} mayRelease={mayRelease} />}
          {mayChange && <RemoveNote noteId={note.id} title={note.title} />}
        </>
      )}
    </Page>
  )
}

const isSaved = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isSaved' in state && state.isSaved === true

interface Place {
  readonly id: string
  readonly name: string
}

/** The places to choose from, with the locality of the note even if it was retired since. */
function withPlaceOf(
  note: { readonly municipality: { readonly code: string }; readonly locality?: Place | null },
  organisation: {
    readonly municipalities: readonly { code: string; name: string; localities: readonly Place[] }[]
  },
) {
  const { locality, municipality } = note
  return {
    municipalities: organisation.municipalities.map((one) =>
      locality && one.code === municipality.code && !one.localities.some(({ id }) => id === locality.id)
        ? { ...one, localities: [...one.localities, locality] }
        : one,
    ),
  }
}
