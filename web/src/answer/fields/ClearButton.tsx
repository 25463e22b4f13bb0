interface ClearButtonProps {
  readonly label: string
  /** The label with the question's words, so that one of many such buttons is told from the others. */
  readonly name: string
  /** Takes the focus, because the button goes away. */
  readonly firstControl: string
  onClear(): void
}

/** Takes a radio answer back, which the radio buttons themselves cannot do. */
export function ClearButton({ label, name, firstControl, onClear }: ClearButtonProps) {
  return (
    <button
      type="button"
      class="quiet clear"
      aria-label={name}
      onClick={() => {
        document.getElementById(firstControl)?.focus()
        onClear()
      }}
    >
      {label}
    </button>
  )
}
