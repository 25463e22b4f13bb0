import { NOTE_METHODS } from '@rozeznanie/core/note'
import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import type { FieldNoteFilter } from '../gql/graphql.ts'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Pager } from '../ui/Pager.tsx'
import { NEW_NOTE_PATH } from './note.paths.ts'
import { NoteItem } from './NoteItem.tsx'

const NotesListQuery = graphql(`
  query NotesList($id: ID!, $filter: FieldNoteFilter, $after: String) {
    organisation(id: $id) {
      id
      fieldNoteCounts(filter: $filter) {
        method
        count
      }
      fieldNotes(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...NoteItem_note
          }
        }
      }
    }
  }
`)

interface NotesListProps {
  readonly organisationId: string
  readonly filter: FieldNoteFilter
}

/** The notes that fit, twenty at a time, with how many there are of each method. */
export function NotesList({ organisationId: id, filter }: NotesListProps) {
  const { t } = useTranslation('note')
  const query = useQuery(NotesListQuery, { variables: { id, filter }, fetchPolicy: 'cache-and-network' })
  const { data, previousData, loading, error, fetchMore } = query
  const organisation = (data ?? previousData)?.organisation
  if (!organisation?.fieldNotes) {
    if (loading) return <Loading />
    return (
      <Notice tone="danger" isAnnounced>
        <p>{error?.message ?? t('failed')}</p>
      </Notice>
    )
  }
  const { edges, pageInfo, totalCount } = organisation.fieldNotes
  if (totalCount === 0) {
    const isFiltered = Object.keys(filter).length > 0
    return (
      <EmptyState
        title={t(isFiltered ? 'list.noneFit' : 'list.none')}
        action={!isFiltered && <LinkButton to={NEW_NOTE_PATH}>{t('list.new')}</LinkButton>}
      >
        <p>{t(isFiltered ? 'list.noneFitText' : 'list.noneText')}</p>
      </EmptyState>
    )
  }
  const byMethod = NOTE_METHODS.flatMap((method) => {
    const found = organisation.fieldNoteCounts?.find((one) => one.method === method)
    return found ? [{ label: t(`methods.${method}`), count: found.count }] : []
  })
  return (
    <>
      <dl className="note-counts">
        {[{ label: t('list.all'), count: totalCount }, ...byMethod].map(({ label, count }) => (
          <div key={label}>
            <dt>{label}:</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <ul className="note-list">
        {edges.map(({ node }) => (
          <NoteItem key={node.id} note={node} />
        ))}
      </ul>
      <Pager
        shown={edges.length}
        total={totalCount}
        hasMore={pageInfo.hasNextPage}
        isBusy={loading}
        onMore={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}
      />
    </>
  )
}
