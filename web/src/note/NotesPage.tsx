import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { useAddress } from '../ui/use-address.ts'
import { filterOf } from './note-filter.ts'
import { NEW_NOTE_PATH } from './note.paths.ts'
import { NoteFilters } from './NoteFilters.tsx'
import { NotesList } from './NotesList.tsx'
import { writersOf } from './writers.ts'
import './note.css'

const NotesPageQuery = graphql(`
  query NotesPage {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
          name
          municipalities {
            code
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

/** What organisers and interviewers of an organisation heard and saw among residents. */
export function NotesPage() {
  const { t } = useTranslation('note')
  const { data, loading, error, refetch } = useQuery(NotesPageQuery)
  const [search, changeAddress] = useAddress()
  const filter = useMemo(() => filterOf(search), [search])
  if (!data?.viewer)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const organisations = writersOf(data.viewer.memberships)
  const organisation = organisations.find(({ id }) => id === search.get('organizacja')) ?? organisations[0]
  if (!organisation) {
    return (
      <Page title={t('list.title')}>
        <EmptyState title={t('forbidden.title')}>
          <p>{t('forbidden.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page
      title={t('list.title')}
      lead={<p className="measure">{t('list.lead')}</p>}
      actions={
        <>
          <LinkButton to={`${NEW_NOTE_PATH}?organizacja=${organisation.id}`}>{t('list.new')}</LinkButton>
          <Button look="secondary" onClick={() => window.print()}>
            {t('list.print')}
          </Button>
        </>
      }
    >
      {organisations.length > 1 && (
        <div className="measure no-print">
          <SelectField
            name="organisation"
            label={t('filter.organisation')}
            choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            value={organisation.id}
            onChange={(id) => changeAddress(new URLSearchParams({ organizacja: id }))}
          />
        </div>
      )}
      <div className="no-print">
        <Disclosure summary={t('filter.name')} isOpenAtFirst={Object.keys(filter).length > 0}>
          <NoteFilters
            search={search}
            onChange={changeAddress}
            localities={organisation.municipalities.flatMap(({ localities }) => localities)}
          />
        </Disclosure>
      </div>
      <NotesList organisationId={organisation.id} filter={filter} />
    </Page>
  )
}
