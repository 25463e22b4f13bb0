import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { compareVersions, type Weight } from '@rozeznanie/core/questionnaire/revision'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeWeight } from '../../gql/graphql.ts'
import { ChangeList } from '../ChangeList.tsx'
import { subjectOfChange } from '../change-subject.ts'
import { Unfolding } from '../Unfolding.tsx'
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
  return (
    <div className="history-line__changes">
      <Unfolding label={t('what')} fullLabel={label}>
        {() => <Compared from={from} to={to} />}
      </Unfolding>
    </div>
  )
}

const WEIGHT_NAMES = {
  breaking: 'BREAKING',
  careful: 'CAREFUL',
  harmless: 'HARMLESS',
} as const satisfies Record<Weight, ChangeWeight>

function toldChanges(before: Questionnaire, after: Questionnaire) {
  return compareVersions(before, after).map(({ weight, message, place: { questionKey } }) => ({
    weight: WEIGHT_NAMES[weight],
    message,
    subject: subjectOfChange({ questionKey, message }, after, before),
  }))
}

function Compared({ from, to }: { readonly from: number; readonly to: number }) {
  const { t } = useTranslation('history')
  const { questionnaireKey } = useHistoryTools()
  const before = useStateDocument(questionnaireKey, from)
  const after = useStateDocument(questionnaireKey, to)
  const changes = useMemo(
    () => (before.document && after.document ? toldChanges(before.document, after.document) : null),
    [before.document, after.document],
  )
  if (before.hasFailed || after.hasFailed) return <p role="status">{t('loadFailed')}</p>
  if (changes === null) return <p role="status">{t('comparing')}</p>
  if (changes.length === 0) return <p className="muted">{t('nothing')}</p>
  return <ChangeList changes={changes} />
}
