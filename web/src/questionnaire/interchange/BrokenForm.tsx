import type { FormFormat } from '@rozeznanie/core/interchange'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { asSentence } from './loss-lines.ts'
import type { FormRefusal } from './read-form-request.ts'
import { usePlaceWords } from './use-place-words.ts'

interface BrokenFormProps {
  readonly fileName: string
  readonly refusal: FormRefusal
  readonly onAgain: () => void
}

/** The names of files tell how places in them are counted, where the server could not tell what they are. */
function formatOf(fileName: string): FormFormat {
  if (/\.lss$/i.test(fileName)) return 'limesurvey'
  return /\.json$/i.test(fileName) ? 'surveyjs' : 'xlsform'
}

/** Why a file cannot be read, place by place, and the way back. */
export function BrokenForm({ fileName, refusal, onAgain }: BrokenFormProps) {
  const { t } = useTranslation('interchange')
  const placeWords = usePlaceWords(formatOf(fileName))
  const lines = refusal.problems.map((problem, index) => ({ ...problem, key: String(index) }))
  return (
    <div className="stack">
      <Notice tone="danger" title={t('broken.heading')}>
        <p>{lines.length > 0 ? t('broken.text', { name: fileName }) : refusal.message}</p>
      </Notice>
      {lines.length > 0 && (
        <DataTable
          caption={t('broken.table', { count: lines.length })}
          rows={lines}
          rowKey={({ key }) => key}
          columns={[
            { key: 'place', header: t('broken.place'), cell: placeWords, isRowHeader: true },
            { key: 'what', header: t('broken.what'), cell: ({ message }) => asSentence(message) },
          ]}
        />
      )}
      <div>
        <Button onClick={onAgain}>{t('broken.again')}</Button>
      </div>
    </div>
  )
}
