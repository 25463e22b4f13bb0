import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Notice, type NoticeTone } from '../ui/Notice.tsx'
import type { PlanProblem } from './use-plan.ts'
import { merged, toggled, type WeightsDraft } from './weights-draft.ts'

interface ProblemListProps {
  readonly draft: WeightsDraft
  readonly problems: readonly PlanProblem[]
  readonly isBusy: boolean
  readonly onChange: (draft: WeightsDraft) => void
}

/** What is wrong or to be known, each with what mends it by one press. */
export function ProblemList({ draft, problems, isBusy, onChange }: ProblemListProps) {
  if (problems.length === 0) return null
  return (
    <ul className="weight-problems">
      {problems.map((problem) => (
        <li key={problem.message}>
          <Notice tone={toneOf(problem)}>
            <p>{problem.message}</p>
            <Remedies draft={draft} problem={problem} isBusy={isBusy} onChange={onChange} />
          </Notice>
        </li>
      ))}
    </ul>
  )
}

/** That somebody did not answer is to be known and not to be mended. */
function toneOf({ isBlocking, kind }: PlanProblem): NoticeTone {
  if (isBlocking) return 'danger'
  return kind === 'MISSING_ANSWERS' ? 'info' : 'warning'
}

interface RemediesProps extends Omit<ProblemListProps, 'problems'> {
  readonly problem: PlanProblem
}

const decimal = (value: number) => String(value).replace('.', ',')

function Remedies({ draft, problem, isBusy, onChange }: RemediesProps) {
  const { t } = useTranslation('weighting')
  const { margin: at, mergeFrom: from, mergeInto: into, lowBound, highBound, isBlocking } = problem
  const margin = at === null ? undefined : draft.margins[at]
  const label = (place: number) => margin?.categories[place]?.label ?? ''
  const isRemovable = isBlocking && margin && draft.margins.length > 1
  if (from === null && lowBound === null && !isRemovable) return null
  return (
    <div className="row">
      {at !== null && from !== null && into !== null && (
        <Button
          look="secondary"
          isBusy={isBusy}
          label={t('check.mergeLabel', { from: label(from), into: label(into) })}
          onClick={() => onChange(merged(draft, at, { from, into }))}
        >
          {t('check.merge', { into: label(into) })}
        </Button>
      )}
      {lowBound !== null && highBound !== null && (
        <Button
          look="secondary"
          isBusy={isBusy}
          onClick={() => onChange({ ...draft, low: decimal(lowBound), high: decimal(highBound) })}
        >
          {t('check.widen', { low: decimal(lowBound), high: decimal(highBound) })}
        </Button>
      )}
      {isRemovable && (
        <Button look="quiet" isBusy={isBusy} onClick={() => onChange(toggled(draft, margin))}>
          {t('check.remove', { name: margin.name })}
        </Button>
      )}
    </div>
  )
}
