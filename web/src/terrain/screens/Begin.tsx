import { useEffect, useState } from 'preact/hooks'
import { LOCALITY_QUESTION_KEY } from '@rozeznanie/core/response'
import { beginRefusal } from '@rozeznanie/core/terrain'
import { newId } from '../../answer/new-id.ts'
import { freeBytes } from '../surroundings.ts'
import { asksLocality, newestOf, standingOf, surveyOf, titleOf } from '../surveys.ts'
import { texts } from '../texts.ts'
import type { Desk } from '../use-desk.ts'
import type { Screen } from '../use-screen.ts'
import { LocalityField } from './LocalityField.tsx'
import { Note, Shell } from './Shell.tsx'

interface BeginProps {
  readonly desk: Desk
  readonly surveyId: string
  readonly go: (screen: Screen, hash?: string) => void
}

const randomId = () => newId((bytes) => crypto.getRandomValues(bytes))

/** Where the interview takes place; it begins only where its answers will be safe. */
export function Begin({ desk, surveyId, go }: BeginProps) {
  const { holdings, facts, tablet, changed, look } = desk
  const [localityId, setLocalityId] = useState<string | null>(null)
  const [isFull, setFull] = useState(false)
  useEffect(() => void look(), [look])
  const survey = surveyOf(holdings, surveyId)
  const document = survey && newestOf(survey)
  const refusal = isFull ? 'NO_ROOM' : beginRefusal(facts)
  const isOpen = survey !== undefined && standingOf(survey, desk.today()) === 'open'
  const begin = async () => {
    if (!document || !isOpen) return
    await look()
    if (beginRefusal({ ...facts, freeBytes: await freeBytes() })) return setFull(true)
    const id = randomId()
    const { questionnaireVersionId } = document
    const isAsked = localityId !== null && asksLocality(document)
    const answers = isAsked ? { [LOCALITY_QUESTION_KEY]: localityId } : {}
    try {
      await tablet.begin({
        id,
        surveyId,
        questionnaireVersionId,
        localityId,
        begunOn: desk.today(),
        visitId: randomId(),
        place: '',
        draft: JSON.stringify({ id, questionnaireVersionId, answers, isSending: false }),
      })
    } catch {
      return setFull(true)
    }
    await changed()
    go({ kind: 'interview', id })
  }
  return (
    <Shell title={texts.begin.title}>
      <p class="lead">{titleOf(holdings, surveyId)}</p>
      {refusal ? (
        <Note tone="danger" isSpoken>
          <p>{texts.refusal(refusal)}</p>
        </Note>
      ) : (
        <form
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault()
            void begin()
          }}
        >
          {survey && (
            <LocalityField
              survey={survey}
              label={texts.begin.locality}
              value={localityId}
              onChange={setLocalityId}
            />
          )}
          <p class="go-on">
            <button type="submit" class="primary">
              {texts.begin.start}
            </button>
          </p>
        </form>
      )}
      <p>
        <button type="button" class="quiet back" onClick={() => go({ kind: 'home' })}>
          {texts.begin.back}
        </button>
      </p>
    </Shell>
  )
}
