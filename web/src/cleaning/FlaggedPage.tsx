import { useQuery } from '@apollo/client/react'
import { FLAG_KINDS, type FlagKind } from '@rozeznanie/core/cleaning'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { formatDay } from '../i18n/format.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'
import { useAddress } from '../ui/use-address.ts'
import { responsePath } from './cleaning.paths.ts'

const FlaggedPageQuery = graphql(`
  query FlaggedPage($id: ID!, $kind: FlagKind) {
    survey(id: $id) {
      id
      flaggedCount
      flaggedResponses(kind: $kind) {
        responseId
        mode
        submittedOn
        sheetNumber
        flags {
          kind
          message
        }
      }
    }
  }
`)

const isKind = (word: string | null): word is FlagKind => FLAG_KINDS.some((kind) => kind === word)

/** Responses that deserve a look, each with the reasons in words. */
export function FlaggedPage() {
  const { t } = useTranslation('cleaning')
  const { id = '' } = useParams()
  const [search, changeAddress] = useAddress()
  const wanted = search.get('powod')
  const kind = isKind(wanted) ? wanted : null
  const { data, loading, error, refetch } = useQuery(FlaggedPageQuery, {
    variables: { id, kind },
    fetchPolicy: 'cache-and-network',
  })
  const listed = data?.survey?.flaggedResponses
  if (!listed)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const kinds = FLAG_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))
  return (
    <Page title={t('flagged.title')} lead={<p className="measure">{t('lead')}</p>}>
      <div className="measure">
        <SelectField
          name="kind"
          label={t('flagged.filter')}
          value={kind ?? ''}
          emptyLabel={t('flagged.all')}
          choices={kinds}
          onChange={(value) => changeAddress(new URLSearchParams(value === '' ? {} : { powod: value }))}
        />
      </div>
      {listed.length === 0 && (
        <EmptyState title={t('flagged.emptyTitle')}>
          <p>{t('flagged.empty')}</p>
        </EmptyState>
      )}
      <ul className="quality-list">
        {listed.map(({ responseId, mode, submittedOn, sheetNumber, flags }) => {
          const name = [
            t(`mode.${mode as 'CAWI'}`),
            formatDay(submittedOn),
            ...(sheetNumber === null ? [] : [t('sheet', { number: sheetNumber })]),
          ].join(', ')
          return (
            <li key={responseId} className="quality-item">
              <div className="stack-tight">
                <p className="muted">{name}</p>
                <ul className="quality-flags">
                  {flags.map((flag) => (
                    <li key={flag.message}>
                      <StatusTag tone="attention">{t(`kind.${flag.kind}`)}</StatusTag> {flag.message}
                    </li>
                  ))}
                </ul>
              </div>
              <LinkButton
                to={responsePath(id, responseId)}
                look="secondary"
                label={t('flagged.openLabel', {
                  name: `${name}: ${flags.map((flag) => t(`kind.${flag.kind}`)).join(', ')}`,
                })}
              >
                {t('flagged.open')}
              </LinkButton>
            </li>
          )
        })}
      </ul>
      {listed.length === 200 && <p className="muted">{t('flagged.shown', { count: listed.length })}</p>}
    </Page>
  )
}
