import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './blocks.css'

export interface Step {
  readonly title: string
  readonly text?: string
  readonly action?: ReactNode
  readonly state: 'done' | 'current' | 'ahead'
}

interface StepperProps {
  readonly steps: readonly Step[]
}

/** The way in a few numbered steps; the current one is named as such. */
export function Stepper({ steps }: StepperProps) {
  const { t } = useTranslation('ui')
  const isShort = steps.every(({ text, action }) => !text && !action)
  return (
    <ol className={isShort ? 'stepper stepper--short' : 'stepper'}>
      {steps.map(({ title, text, action, state }, index) => (
        <li
          key={title}
          className={`step step--${state}`}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <div className="step__head">
            <span className="step__number" aria-hidden="true">
              {state === 'done' ? '✓' : index + 1}
            </span>
            <span className="step__title">
              {title}
              {state === 'done' && <span className="visually-hidden"> ({t('stepDone')})</span>}
            </span>
          </div>
          {text && <p className="step__text">{text}</p>}
          {action}
        </li>
      ))}
    </ol>
  )
}
