import type { Reason } from '@rozeznanie/core/questionnaire'
import { previewTexts as texts } from './preview-texts.ts'

interface ReasonsProps {
  readonly reasons: readonly Reason[]
}

/** Reasons one under another, each with what it follows from. */
export function Reasons({ reasons }: ReasonsProps) {
  return (
    <ul class="reasons" lang="pl">
      {reasons.map((reason, index) => (
        <li key={index} class={reason.kind === 'answer' ? 'said' : reason.holds ? 'met' : 'unmet'}>
          {wordsOf(reason)}
          {reason.kind !== 'answer' && <em> – {reason.holds ? texts.met : texts.unmet}</em>}
          {reason.because.length > 0 && <Reasons reasons={reason.because} />}
        </li>
      ))}
    </ul>
  )
}

/** A group of conditions says only how they go together: each follows in words of its own. */
function wordsOf({ kind, sentence }: Reason): string {
  if (kind === 'and' || kind === 'or' || kind === 'not') return texts[kind]
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}
