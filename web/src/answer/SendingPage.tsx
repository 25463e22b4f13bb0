import type { Answering } from './use-answering.ts'
import type { Draft } from './draft.ts'
import { Heading } from './Frame.tsx'
import { texts } from './texts.ts'
import { useSending } from './use-sending.ts'

interface SendingPageProps {
  readonly answering: Answering
  readonly draft: Draft
}

/** The answers are on their way; nothing is lost while they are not there yet. */
export function SendingPage({ answering, draft }: SendingPageProps) {
  const { phase, retry } = useSending(answering, draft)
  const isSending = phase === 'sending'
  return (
    <>
      <Heading>{texts.sending.title}</Heading>
      <div role="status">
        {isSending ? (
          <p class="lead">{texts.sending.now}</p>
        ) : (
          <div class="note">
            <p>
              <strong>{texts.sending.failedTitle}.</strong> {texts.sending.failed}
            </p>
            <p>{texts.sending.safe}</p>
            <p>{texts.sending.retrySoon}</p>
          </div>
        )}
      </div>
      <p class="go-on">
        <button
          type="button"
          class="primary"
          aria-disabled={isSending ? 'true' : undefined}
          onClick={() => !isSending && retry()}
        >
          {texts.sending.retry}
        </button>
      </p>
    </>
  )
}
