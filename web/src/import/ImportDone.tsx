import { useTranslation } from 'react-i18next'
import { surveyPath } from '../survey/survey.paths.ts'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { ImportOutcome, RefusedRow } from './import-requests.ts'

interface ImportDoneProps {
  readonly surveyId: string
  readonly outcome: ImportOutcome
  readonly onAgain: () => void
}

export function ImportDone({ surveyId, outcome, onAgain }: ImportDoneProps) {
  const { t } = useTranslation('import')
  return (
    <div className="stack">
      <Notice tone="success" title={t('done.heading')} isAnnounced>
        <p>{t('done.stored', { count: outcome.storedCount })}</p>
        {outcome.alreadyStoredCount > 0 && <p>{t('done.already', { count: outcome.alreadyStoredCount })}</p>}
      </Notice>
      <Rows lead={t('done.conflicts')} rows={outcome.conflictRows} />
      <Rows lead={t('done.refused')} rows={outcome.refusedRows} />
      <div className="row">
        <LinkButton to={surveyPath(surveyId, 'wyniki')}>{t('done.results')}</LinkButton>
        <Button look="secondary" onClick={onAgain}>
          {t('done.another')}
        </Button>
      </div>
    </div>
  )
}

interface RowsProps {
  readonly lead: string
  readonly rows: readonly RefusedRow[]
}

function Rows({ lead, rows }: RowsProps) {
  const { t } = useTranslation('import')
  if (rows.length === 0) return null
  return (
    <Notice tone="warning" title={lead}>
      <ul>
        {rows.map(({ row, message }) => (
          <li key={row}>{t('done.row', { row, message })}</li>
        ))}
      </ul>
    </Notice>
  )
}
