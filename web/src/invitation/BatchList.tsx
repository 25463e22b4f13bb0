import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import type { BatchList_BatchFragment } from '../gql/graphql.ts'
import { formatDay } from '../i18n/format.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { letterFilePath, type LetterFile } from './invitation.paths.ts'
import './invitation.css'

export const BatchList_batch = graphql(`
  fragment BatchList_batch on CodeBatch {
    id
    number
    name
    localityName
    madeOn
    codeCount
    usedCount
    firstSerial
    lastSerial
  }
`)

interface BatchListProps {
  readonly surveyId: string
  readonly batches: readonly FragmentType<typeof BatchList_batch>[]
}

const FILES: readonly { readonly file: LetterFile; readonly word: string }[] = [
  { file: 'letters.pdf', word: 'lettersPdf' },
  { file: 'labels.pdf', word: 'labelsPdf' },
  { file: 'codes.csv', word: 'codesCsv' },
  { file: 'reminders.pdf', word: 'remindersPdf' },
  { file: 'reminders.csv', word: 'remindersCsv' },
]

/** The batches with what can be printed of each. */
export function BatchList({ surveyId, batches }: BatchListProps) {
  const { t } = useTranslation('invitation')
  const rows = batches.map((batch) => readFragment(BatchList_batch, batch))
  return (
    <DataTable
      caption={t('list.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('list.name'),
          isRowHeader: true,
          cell: (batch) => <BatchName {...batch} />,
        },
        { key: 'count', header: t('list.count'), align: 'end', cell: ({ codeCount }) => codeCount },
        { key: 'used', header: t('list.used'), align: 'end', cell: ({ usedCount }) => usedCount },
        {
          key: 'files',
          header: t('list.files'),
          cell: ({ number, name, usedCount, codeCount }) => (
            <div className="batch-files">
              {FILES.filter(({ file }) => usedCount < codeCount || !file.startsWith('reminders')).map(
                ({ file, word }) => (
                  <LinkButton key={file} to={letterFilePath(surveyId, number, file)} look="quiet" isDownload>
                    {t(`list.${word}`)}
                    <span className="visually-hidden"> {t('list.of', { name })}</span>
                  </LinkButton>
                ),
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

/** What a batch is called, which letters it is and when it was made. */
function BatchName({
  name,
  localityName,
  firstSerial: first,
  lastSerial: last,
  madeOn,
}: BatchList_BatchFragment) {
  const { t } = useTranslation('invitation')
  const day = formatDay(madeOn)
  const letters = first === last ? t('list.serial', { first, day }) : t('list.serials', { first, last, day })
  return (
    <>
      {localityName ? `${name} · ${localityName}` : name}
      <span className="batch-letters">{letters}</span>
    </>
  )
}
