import type { ComponentChildren } from 'preact'
import { MoveButton } from './PageForm.tsx'
import { MOVE_FIELD } from './plain/plain-form.ts'
import { texts } from './texts.ts'

interface WayOnProps {
  readonly label: 'next' | 'skip' | 'toCheck'
  /** Both ways stand under the question, equally big. */
  readonly isCalm: boolean
  onBack(): void
  readonly children: ComponentChildren
}

/** What a screen asks, between the way back and the way on. */
export function WayOn({ label, isCalm, onBack, children }: WayOnProps) {
  const back = (
    <MoveButton move="wstecz" class={isCalm ? 'secondary back' : 'quiet back'} onClick={onBack}>
      {texts.page.back}
    </MoveButton>
  )
  return (
    <>
      {!isCalm && back}
      {children}
      <p class={isCalm ? 'go-on two' : 'go-on'}>
        <button
          type="submit"
          class={label === 'skip' ? 'secondary' : 'primary'}
          name={MOVE_FIELD}
          value="dalej"
        >
          {texts.page[label]}
        </button>
        {isCalm && back}
      </p>
    </>
  )
}
