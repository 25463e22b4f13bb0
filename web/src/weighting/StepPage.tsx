import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Stepper } from '../ui/Stepper.tsx'
import './weighting.css'

export const STEPS = ['traits', 'people', 'check', 'save'] as const
export type StepName = (typeof STEPS)[number]

interface StepPageProps {
  readonly step: StepName
  readonly lead?: ReactNode
  /** Somebody came here from another step. */
  readonly isReached?: boolean
  readonly children: ReactNode
}

/** One step of the way: its heading takes the focus, so that whoever listens knows where they are. */
export function StepPage({ step, lead, isReached = true, children }: StepPageProps) {
  const { t } = useTranslation('weighting')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isReached) heading.current?.focus()
  }, [step, isReached])
  const now = STEPS.indexOf(step)
  return (
    <div className="stack">
      <Stepper
        steps={STEPS.map((name, at) => ({
          title: t(`steps.${name}`),
          state: at < now ? 'done' : at === now ? 'current' : 'ahead',
        }))}
      />
      <div className="stack-tight">
        <h2 ref={heading} tabIndex={-1} className="weight-steps__heading">
          {t(`${step}.title`)}
        </h2>
        {lead}
      </div>
      {children}
    </div>
  )
}
