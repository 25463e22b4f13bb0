import { useState } from 'preact/hooks'
import { localityName, titleOf } from '../surveys.ts'
import type { UnfinishedInterview } from '../storage/tablet.ts'
import { texts } from '../texts.ts'
import type { Desk } from '../use-desk.ts'
import type { Screen } from '../use-screen.ts'

interface UnfinishedProps {
  readonly desk: Desk
  readonly go: (screen: Screen, hash?: string) => void
}

/** Interviews that were begun: to go on with, or to give up. */
export function Unfinished({ desk, go }: UnfinishedProps) {
  const { holdings, tablet, changed } = desk
  const [givenUp, setGivenUp] = useState<UnfinishedInterview | null>(null)
  if (holdings.drafts.length === 0) return null
  const giveUp = async ({ id, visitId, surveyId, localityId }: UnfinishedInterview) => {
    const visit = {
      id: visitId,
      surveyId,
      day: desk.today(),
      outcome: 'INTERRUPTED' as const,
      ...(localityId !== null && { localityId }),
    }
    await tablet.giveUp(id, visit)
    setGivenUp(null)
    await changed()
  }
  return (
    <section class="app-card">
      <h2>{texts.home.unfinished}</h2>
      <ul class="app-list">
        {holdings.drafts.map((draft) => (
          <li key={draft.id}>
            <p>
              <strong>{texts.interview.number(draft.number)}</strong>
              {' · '}
              {[
                localityName(holdings, draft.surveyId, draft.localityId),
                titleOf(holdings, draft.surveyId),
                texts.home.begunOn(draft.begunOn),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {givenUp?.id === draft.id ? (
              <div role="alert">
                <p>
                  <strong>{texts.interview.giveUpTitle}</strong> {texts.interview.giveUpLead}
                </p>
                <p class="app-actions">
                  <button type="button" class="secondary small" onClick={() => setGivenUp(null)}>
                    {texts.interview.keep}
                  </button>
                  <button type="button" class="danger small" onClick={() => void giveUp(draft)}>
                    {texts.interview.giveUp}
                  </button>
                </p>
              </div>
            ) : (
              <p class="app-actions">
                <button
                  type="button"
                  class="primary small"
                  onClick={() => go({ kind: 'interview', id: draft.id }, draft.place)}
                >
                  {texts.home.resume}
                </button>
                <button type="button" class="secondary small" onClick={() => setGivenUp(draft)}>
                  {texts.home.remove}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
