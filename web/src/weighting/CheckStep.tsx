import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { Notice } from '../ui/Notice.tsx'
import { capital } from './comparison-data.ts'
import { ComparisonChart } from './ComparisonChart.tsx'
import { EffectsTable } from './EffectsTable.tsx'
import { ProblemList } from './ProblemList.tsx'
import { SettingsBox } from './SettingsBox.tsx'
import { StepPage } from './StepPage.tsx'
import type { Plan } from './use-plan.ts'
import type { WeightsDraft } from './weights-draft.ts'

interface CheckStepProps {
  readonly draft: WeightsDraft
  readonly plan: Plan
  readonly isBusy: boolean
  readonly onChange: (draft: WeightsDraft) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

/** What the weights would do: what is to be mended first, what changes and what it costs. */
export function CheckStep({ draft, plan, isBusy, onChange, onBack, onNext }: CheckStepProps) {
  const { t } = useTranslation('weighting')
  const isBlocked = plan.problems.some((problem) => problem.isBlocking)
  return (
    <StepPage step="check">
      <p role="status" className="measure">
        {isBlocked
          ? t('check.blocked', { count: plan.problems.filter((problem) => problem.isBlocking).length })
          : plan.problems.length > 0
            ? t('check.warned')
            : t('check.clear')}
      </p>
      <ProblemList draft={draft} problems={plan.problems} isBusy={isBusy} onChange={onChange} />
      {plan.cost && !isBlocked && <Cost plan={plan} />}
      <Card title={t('check.compare')}>
        <p className="measure">{t(isBlocked ? 'check.compareBefore' : 'check.compareLead')}</p>
        <div className="stack">
          {plan.margins.map((margin) => (
            <section key={margin.name} className="stack-tight">
              <h3>{capital(margin.name)}</h3>
              <ComparisonChart margin={margin} />
            </section>
          ))}
        </div>
      </Card>
      {plan.effects.length > 0 && !isBlocked && <EffectsTable effects={plan.effects} />}
      <SettingsBox draft={draft} isBusy={isBusy} onChange={onChange} />
      <div className="row">
        {!isBlocked && <Button onClick={onNext}>{t('next')}</Button>}
        <Button look="secondary" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </StepPage>
  )
}

function Cost({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('weighting')
  const { cost, sentences, responseCount, populationSize } = plan
  const isBad = cost?.verdict === 'WARNED' || cost?.verdict === 'ILLUSTRATIVE'
  return (
    <Card title={t('check.cost')}>
      <KeyFigures
        figures={[
          { label: t('check.answers'), value: formatCount(responseCount) },
          { label: t('check.population'), value: formatCount(Math.round(populationSize)) },
          { label: t('check.left'), value: `${Math.round(cost?.efficiencyPercent ?? 0)}%` },
        ]}
      />
      <Notice tone={isBad ? 'warning' : 'info'}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
    </Card>
  )
}
