import { compareVersions, type Weight } from '@rozeznanie/core/questionnaire/revision'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeWeight } from '../../gql/graphql.ts'
import { ChangeList } from '../ChangeList.tsx'
import { useHistoryTools } from './history-context.ts'
import { useStateDocument } from './use-state-document.ts'

interface StateChangesProps {
  /** Revisions of the state before and of the state itself. */
  readonly from: number
  readonly to: number
  readonly label: string
}

/** What changed between two states, compared in the browser when the person asks. */
export function StateChanges({ from, to, label }: StateChangesProps) {
  const { t } = useTranslation('history')
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="history-line__changes">
      <button
        type="button"
        className="button button--quiet history-toggle"
        aria-expanded={isOpen}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {t('what')}
      </button>
      {isOpen && <Compared from={from} to={to} />}
    </div>
  )
}

const WEIGHT_NAMES = {
  breaking: 'BREAKING',
  careful: 'CAREFUL',
  harmless: 'HARMLESS',
} as const satisfies Record<Weight, ChangeWeight>

function Compared({ from, to }: { readonly from: number; readonly to: number }) {
  const { t } = useTranslation('history')
  const { questionnaireKey } = useHistoryTools()
  const before = useStateDocument(questionnaireKey, from)
  const after = useStateDocument(questionnaireKey, to)
  const changes = useMemo(
    () =>
      before.document && after.document
        ? compareVersions(before.document, after.document).map(({ weight, message }) => ({
            weight: WEIGHT_NAMES[weight],
            message,
          }))
        : null,
    [before.document, after.document],
  )
  if (before.hasFailed || after.hasFailed) return <p role="status">{t('loadFailed')}</p>
  if (changes === null) return <p role="status">{t('comparing')}</p>
  if (changes.length === 0) return <p className="muted">{t('nothing')}</p>
  return <ChangeList changes={changes} />
}
