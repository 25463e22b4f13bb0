import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { useDecisions } from './use-decisions.ts'

interface ResponseActionsProps {
  readonly surveyId: string
  readonly responseId: string
  readonly flags: readonly string[]
  readonly isExcluded: boolean
  readonly onDone: () => Promise<void>
}

const FIRST_REASON = { KEEP: 'CHECKED', EXCLUDE: '', INCLUDE: 'MISTAKEN' } as const
type Kind = keyof typeof FIRST_REASON

/** What can be decided about a response as a whole. */
export function ResponseActions({ surveyId, responseId, flags, isExcluded, onDone }: ResponseActionsProps) {
  const { t } = useTranslation('cleaning')
  const { correct, isBusy } = useDecisions()
  const [kind, setKind] = useState<Kind | null>(null)
  const words = { KEEP: t('response.keep'), EXCLUDE: t('response.exclude'), INCLUDE: t('response.include') }
  if (kind !== null) {
    return (
      <DecisionForm
        id={kind}
        label={words[kind]}
        firstReason={FIRST_REASON[kind]}
        isBusy={isBusy}
        onCancel={() => setKind(null)}
        onDecide={async (reason, remark) => {
          const problems = await correct({
            ...{ surveyId, responseId, kind, reason, remark, path: [] },
            flags: kind === 'KEEP' ? [...new Set(flags)] : [],
          })
          if (problems.length === 0) {
            await onDone()
            setKind(null)
          }
          return problems
        }}
      >
        {() => (
          <p>
            {kind === 'KEEP' ? t('response.keepHint') : kind === 'EXCLUDE' ? t('response.excludeHint') : null}
          </p>
        )}
      </DecisionForm>
    )
  }
  return (
    <div className="row" role="group" aria-label={t('response.actions')}>
      {!isExcluded && flags.length > 0 && <Button onClick={() => setKind('KEEP')}>{words.KEEP}</Button>}
      <Button look="secondary" onClick={() => setKind(isExcluded ? 'INCLUDE' : 'EXCLUDE')}>
        {isExcluded ? words.INCLUDE : words.EXCLUDE}
      </Button>
    </div>
  )
}
