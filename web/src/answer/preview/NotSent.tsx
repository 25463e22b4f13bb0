import { Heading } from '../Frame.tsx'
import type { Answering } from '../use-answering.ts'
import { previewTexts as texts } from './preview-texts.ts'

interface NotSentProps {
  readonly answering: Answering
}

/** In the place of sending. */
export function NotSent({ answering }: NotSentProps) {
  return (
    <div lang="pl">
      <Heading>{texts.sentTitle}</Heading>
      <p class="lead">{texts.sent}</p>
      <p class="go-on two">
        <button
          type="button"
          class="primary"
          onClick={() => answering.finish({ kind: 'accepted', receipt: texts.receipt })}
        >
          {texts.thanks}
        </button>
        <button
          type="button"
          class="secondary"
          onClick={() => answering.finish({ kind: 'faulty', violations: [] })}
        >
          {texts.back}
        </button>
      </p>
    </div>
  )
}
