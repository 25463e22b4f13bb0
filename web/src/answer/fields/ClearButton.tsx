import type { PublicSurvey } from '@rozeznanie/core/survey'
import { MoveButton } from '../PageForm.tsx'

interface ClearButtonProps {
  readonly survey: PublicSurvey
  readonly label: string
  /** The label with the question's words, so that one of many such buttons is told from the others. */
  readonly name: string
  /** Takes the focus, because the button goes away. */
  readonly firstControl: string
  onClear(): void
}

/** Takes a radio answer back, which the radio buttons themselves cannot do. */
export function ClearButton({ survey, label, name, firstControl, onClear }: ClearButtonProps) {
  return (
    <MoveButton
      move={`czysc:${firstControl}`}
      to={firstControl}
      survey={survey}
      class="quiet clear"
      aria-label={name}
      onClick={() => {
        document.getElementById(firstControl)?.focus()
        onClear()
      }}
    >
      {label}
    </MoveButton>
  )
}
