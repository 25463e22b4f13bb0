import type { Keeping } from './form-door.ts'
import { formTexts as texts } from './form-texts.ts'

interface KeepingLineProps {
  readonly keeping: Keeping
}

/** Whether the server has what is on the page. */
export function KeepingLine({ keeping }: KeepingLineProps) {
  const isTrouble = keeping.kind === 'conflict' || keeping.kind === 'closed' || keeping.kind === 'unsaved'
  return (
    <div role="status" class={isTrouble ? 'note' : 'kept'}>
      <p>{keeping.kind === 'closed' ? `${texts.closed} ${keeping.message}` : texts[keeping.kind]}</p>
      {keeping.kind === 'conflict' && (
        <button type="button" class="secondary" onClick={() => window.location.reload()}>
          {texts.reload}
        </button>
      )}
    </div>
  )
}
