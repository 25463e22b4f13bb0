import type { RecipeMargin, Trait } from '@rozeznanie/core/weighting'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CheckStep } from './CheckStep.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import { SaveStep } from './SaveStep.tsx'
import type { StepName } from './StepPage.tsx'
import { TraitsStep } from './TraitsStep.tsx'
import { usePlan } from './use-plan.ts'
import { weightsPath } from './weighting.paths.ts'
import type { WeightsDraft } from './weights-draft.ts'

interface AssistantProps {
  readonly surveyId: string
  readonly traits: readonly Trait[]
  /** Margins that the population of the targets gives. */
  readonly known: readonly RecipeMargin[]
  readonly isOpenLink: boolean
  /** What it begins with. */
  readonly first: WeightsDraft
}

/** The way to weights in four steps; what was typed stays when one goes back. */
export function Assistant({ surveyId, traits, known, isOpenLink, first }: AssistantProps) {
  const navigate = useNavigate()
  const [step, setStep] = useState<StepName>('traits')
  const [isReached, setIsReached] = useState(false)
  const [draft, setDraft] = useState(first)
  const { plan, problems, isBusy, tryDraft } = usePlan(surveyId)
  const check = async (changed: WeightsDraft) => {
    setDraft(changed)
    setStep((await tryDraft(changed)) ? 'check' : 'people')
  }
  const saved = (name: string) => void navigate(weightsPath(surveyId), { state: { savedWeights: name } })
  if (step === 'traits')
    return (
      <TraitsStep
        {...{ draft, traits, known, isOpenLink, isReached }}
        onChange={setDraft}
        onNext={() => {
          setIsReached(true)
          setStep('people')
        }}
      />
    )
  if (step === 'people' || !plan)
    return (
      <PeopleStep
        {...{ draft, traits, problems, isBusy }}
        onChange={setDraft}
        onBack={() => setStep('traits')}
        onNext={() => void check(draft)}
      />
    )
  if (step === 'check')
    return (
      <CheckStep
        {...{ draft, plan, isBusy }}
        onChange={(changed) => void check(changed)}
        onBack={() => setStep('people')}
        onNext={() => setStep('save')}
      />
    )
  return <SaveStep {...{ surveyId, draft, plan }} onBack={() => setStep('check')} onSaved={saved} />
}
