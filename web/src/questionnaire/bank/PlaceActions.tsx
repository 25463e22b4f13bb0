import type { ComponentProps } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PlaceField } from './PlaceField.tsx'

interface PlaceActionsProps extends ComponentProps<typeof PlaceField> {
  readonly problem: string | null | undefined
  /** The words of the button. */
  readonly label: string
  readonly onDone: () => void
}

/** The foot of a dialog that brings questions: what is in the way, where they will stand, and the button. */
export function PlaceActions({ problem, label, onDone, ...place }: PlaceActionsProps) {
  return (
    <>
      {problem && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      <PlaceField {...place} />
      <Button onClick={onDone}>{label}</Button>
    </>
  )
}
