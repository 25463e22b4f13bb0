import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatCount, formatDay } from '../i18n/format.ts'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import type { BoardProps } from './WithBoard.tsx'
import { workItems } from './work-items.ts'

/** What waits to be done: each with its number and the page on which it is done. */
export function WorkListCard({ survey, board }: Pick<BoardProps, 'survey' | 'board'>) {
  const { t } = useTranslation('fieldwork')
  const items = workItems(survey, board)
  return (
    <Card title={t('work.title')}>
      {items.length === 0 ? (
        <p>{t('work.none')}</p>
      ) : (
        <ul className="work-list">
          {items.map(({ kind, count, to }) => (
            <li key={kind}>
              <strong>{formatCount(count)}</strong>{' '}
              {to === null ? (
                t(`work.${kind}`, { count })
              ) : (
                <Link to={to}>{t(`work.${kind}`, { count })}</Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {board.callbacks.length > 0 && (
        <Disclosure summary={t('callbacks.summary')}>
          <Callbacks survey={survey} board={board} />
        </Disclosure>
      )}
    </Card>
  )
}

function Callbacks({ survey, board }: Pick<BoardProps, 'survey' | 'board'>) {
  const { t } = useTranslation('fieldwork')
  const nameOf = (id: string | null) =>
    survey.municipality.localities.find((locality) => locality.id === id)?.name ?? '–'
  const personOf = (id: string) => board.interviewers.find(({ accountId }) => accountId === id)?.name ?? '–'
  return (
    <DataTable
      caption={t('callbacks.caption')}
      rows={board.callbacks}
      rowKey={({ id }) => id}
      narrow="cards"
      columns={[
        {
          key: 'day',
          header: t('callbacks.day'),
          isRowHeader: true,
          cell: ({ comeBackOn, comeBackPart }) =>
            comeBackPart ? `${formatDay(comeBackOn)}, ${t(`part.${comeBackPart}`)}` : formatDay(comeBackOn),
        },
        { key: 'how', header: t('callbacks.how'), cell: ({ channel }) => t(`channel.${channel}`) },
        { key: 'why', header: t('callbacks.why'), cell: ({ outcome }) => t(`outcome.${outcome}`) },
        {
          key: 'where',
          header: t('callbacks.where'),
          cell: ({ localityId, listPosition }) =>
            listPosition === null ? nameOf(localityId) : t('callbacks.position', { number: listPosition }),
        },
        { key: 'who', header: t('callbacks.who'), cell: ({ accountId }) => personOf(accountId) },
      ]}
    />
  )
}
