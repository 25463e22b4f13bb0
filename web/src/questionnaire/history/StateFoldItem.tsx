import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatClock, formatInstant } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { HistoryState, StateFold } from './fold-states.ts'
import { type HistoryTools, useHistoryTools } from './history-context.ts'
import { StateChanges } from './StateChanges.tsx'

const clock = ({ savedAt }: HistoryState): string => formatClock(savedAt).slice(0, 5)

/** One sitting of one person: its last state, and each save of it when asked for. */
export function StateFoldItem({ fold: { states } }: { readonly fold: StateFold }) {
  const { t } = useTranslation('history')
  const [newest] = states
  const oldest = states.at(-1) ?? newest
  return (
    <li className="history-item">
      <StateLine state={newest} since={oldest} count={states.length} />
      {states.length > 1 && (
        <Disclosure summary={t('each', { count: states.length })}>
          <ol className="history-list history-list--inner">
            {states.map((state) => (
              <li key={state.id} className="history-item">
                <StateLine state={state} since={state} count={1} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </li>
  )
}

interface StateLineProps {
  readonly state: HistoryState
  /** The oldest save that the line stands for. */
  readonly since: HistoryState
  readonly count: number
}

function StateLine({ state, since, count }: StateLineProps) {
  const { t } = useTranslation('history')
  const { t: tq } = useTranslation('questionnaire')
  const tools = useHistoryTools()
  const isCurrent = state.revision === tools.newest
  const name = { when: formatInstant(state.savedAt), who: state.savedByName }
  const [from, to] = [clock(since), clock(state)]
  return (
    <div className="history-line">
      <p className="history-line__time">{from === to ? to : t('between', { from, to })}</p>
      <p className="history-line__who">{state.savedByName}</p>
      <p className="history-line__what">
        {isCurrent && <StatusTag tone="primary">{t('current')}</StatusTag>}
        {deedOf(state, tools, t)}
        <span className="muted">
          {count > 1 && ` · ${t('saves', { count })}`} · {tq('questions', { count: state.questionCount })}
        </span>
      </p>
      <div className="history-line__actions">
        <Button look="quiet" label={t('showNamed', name)} onClick={() => tools.onShow(state)}>
          {t('show')}
        </Button>
        {!isCurrent && (
          <Button look="quiet" label={t('restoreNamed', name)} onClick={() => tools.onRestore(state)}>
            {t('restore')}
          </Button>
        )}
      </div>
      {state.kind !== 'PUBLISHED' && since.revision > 1 && (
        <StateChanges from={since.revision - 1} to={state.revision} label={t('whatNamed', name)} />
      )}
    </div>
  )
}

function deedOf(state: HistoryState, { nameOf }: HistoryTools, t: TFunction<'history'>): string {
  const { kind, version, restoredRevision } = state
  if (kind === 'PUBLISHED') return t('kind.PUBLISHED', { number: version?.number })
  const when = restoredRevision === null ? null : nameOf(restoredRevision)
  return when === null ? t(`kind.${kind}`) : t('kind.RESTORED_at', { when })
}
