import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { dayOf } from '../i18n/format.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { newNote } from './note-draft.ts'
import { notePath, NOTES_PATH } from './note.paths.ts'
import { NoteForm } from './NoteForm.tsx'
import { writersOf } from './writers.ts'
import './note.css'

const NewNotePageQuery = graphql(`
  query NewNotePage {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
          name
          municipalities {
            code
            name
            localities {
              id
              name
            }
          }
        }
      }
    }
  }
`)

/** A new note, written where something was just heard: on a phone as well. */
export function NewNotePage() {
  const { t } = useTranslation('note')
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const { data, loading, error, refetch } = useQuery(NewNotePageQuery)
  if (!data?.viewer)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const organisations = writersOf(data.viewer.memberships)
  const organisation = organisations.find(({ id }) => id === search.get('organizacja')) ?? organisations[0]
  const [municipality] = organisation?.municipalities ?? []
  return (
    <Page title={t('new.title')} lead={t('new.lead')} crumbs={[{ label: t('list.title'), to: NOTES_PATH }]}>
      {organisation && municipality ? (
        <NoteForm
          key={organisation.id}
          organisationId={organisation.id}
          places={organisation}
          start={newNote(municipality.code, dayOf(new Date()))}
          onCancel={() => void navigate(NOTES_PATH)}
          onSaved={(id) => void navigate(notePath(id), { replace: true, state: { isSaved: true } })}
        />
      ) : (
        <EmptyState title={t('forbidden.title')}>
          <p>{t('forbidden.text')}</p>
        </EmptyState>
      )}
    </Page>
  )
}
