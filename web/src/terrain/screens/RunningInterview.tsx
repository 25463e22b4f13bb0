import { useEffect, useMemo, useState } from 'preact/hooks'
import { LOCALITY_QUESTION_KEY } from '@rozeznanie/core/response'
import { AnswerApp } from '../../answer/AnswerApp.tsx'
import { SafetyNet } from '../../answer/Broken.tsx'
import { parseDraft } from '../../answer/draft.ts'
import { POLISH, type Language } from '../../answer/language.ts'
import { rememberedLook } from '../../answer/look/look.ts'
import { hashOf } from '../../answer/place.ts'
import { inBrowser, type Surroundings } from '../../answer/surroundings.ts'
import type { Answering } from '../../answer/use-answering.ts'
import { submissionOf } from '../../answer/use-sending.ts'
import { rememberedLanguage } from '../../answer/use-speech.ts'
import { draftSaver, type Saving } from '../draft-saver.ts'
import { interviewShelf } from '../interview-shelf.ts'
import { speakPolishOnTablet } from '../interview-words.ts'
import { texts } from '../texts.ts'
import type { Desk } from '../use-desk.ts'
import { useLatest } from '../use-latest.ts'
import type { Screen } from '../use-screen.ts'
import { Finishing } from './Finishing.tsx'
import type { OpenInterview } from './Interview.tsx'
import { InterviewBar } from './InterviewBar.tsx'
import { Shell } from './Shell.tsx'

interface RunningInterviewProps {
  readonly desk: Desk
  readonly interview: OpenInterview
  readonly go: (screen: Screen, hash?: string) => void
}

/** Puts the interview into the queue as it stands in the form. */
function useFinishing({ desk, interview }: RunningInterviewProps, saver: ReturnType<typeof draftSaver>) {
  const { tablet, changed, sync, today } = desk
  return async ({ survey, state }: Answering): Promise<boolean> => {
    if (!state.draft || !(await saver.flush())) return false
    const submission = { ...submissionOf(survey, state.draft), mode: 'CAPI' as const }
    const place = submission.answers[LOCALITY_QUESTION_KEY]
    const isPlace = survey.localities.some(({ id }) => id === place)
    const draft = {
      ...saver.latest(),
      localityId: isPlace ? String(place) : saver.latest().localityId,
      draft: JSON.stringify({ ...parseDraft(saver.latest().draft), isSending: false }),
      place: hashOf({ kind: 'check' }),
    }
    const { rescueKey } = interview
    saver.stop()
    try {
      await tablet.finish({ draft, submission, finishedOn: today(), finishedAt: Date.now(), rescueKey })
    } catch {
      return false
    }
    await changed()
    void sync.round()
    return true
  }
}

/** The form of the answering face, kept on the device after every answer. */
export function RunningInterview(props: RunningInterviewProps) {
  const { desk, interview, go } = props
  const { tablet, changed, look } = desk
  const { survey, draft } = interview
  const [saving, setSaving] = useState<Saving>('saved')
  const [isFinished, setFinished] = useState(false)
  const [language, setLanguage] = useState<Language | null>(null)
  const saver = useMemo(() => draftSaver(tablet, draft, setSaving), [tablet, draft])
  const shelf = useMemo(() => interviewShelf(saver), [saver])
  const finish = useFinishing(props, saver)
  useEffect(() => {
    void rememberedLanguage(survey, { shelf }).then((found) => {
      if (found === POLISH) speakPolishOnTablet(survey)
      setLanguage(found)
    })
  }, [survey, shelf])
  useEffect(() => {
    if (saving === 'saved') void look()
  }, [saving, look])
  const beginAnew = async () => {
    saver.stop()
    await tablet.giveUp(draft.id, null)
    await changed()
    go({ kind: 'begin', surveyId: draft.surveyId })
  }
  const latestRef = useLatest({ finish, beginAnew })
  const surroundings = useMemo<Surroundings>(
    () => ({
      shelf,
      trail: inBrowser().trail,
      instead: (answering) => (
        <Finishing finish={() => latestRef.current.finish(answering)} onFinished={() => setFinished(true)} />
      ),
      watch: ({ place }) => {
        if (place.kind === 'page' || place.kind === 'check' || place.kind === 'who')
          saver.change({ place: hashOf(place) })
      },
      onRestart: () => void latestRef.current.beginAnew(),
    }),
    [shelf, saver, latestRef],
  )
  if (isFinished)
    return (
      <Finished
        onNext={() => go({ kind: 'begin', surveyId: draft.surveyId })}
        onList={() => go({ kind: 'home' })}
      />
    )
  if (!language) return null
  const pause = async () => {
    await saver.flush()
    await changed()
    go({ kind: 'home' })
  }
  return (
    <>
      <InterviewBar desk={desk} draft={draft} saving={saving} onPause={() => void pause()} />
      <SafetyNet phone={survey.contactPhone}>
        <AnswerApp
          survey={survey}
          surroundings={surroundings}
          language={language}
          look={rememberedLook(survey, shelf)}
        />
      </SafetyNet>
    </>
  )
}

interface FinishedProps {
  onNext(): void
  onList(): void
}

function Finished({ onNext, onList }: FinishedProps) {
  return (
    <Shell title={texts.interview.finishedTitle}>
      <p class="lead">{texts.interview.finishedLead}</p>
      <p class="app-actions">
        <button type="button" class="primary" onClick={onNext}>
          {texts.interview.next}
        </button>
        <button type="button" class="secondary" onClick={onList}>
          {texts.interview.toList}
        </button>
      </p>
    </Shell>
  )
}
