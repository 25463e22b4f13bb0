import { useEffect, useState } from 'preact/hooks'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import type { RescueKey } from '@rozeznanie/core/terrain'
import { hold } from '../surroundings.ts'
import type { UnfinishedInterview } from '../storage/tablet.ts'
import { surveyOf } from '../surveys.ts'
import { texts } from '../texts.ts'
import type { Desk } from '../use-desk.ts'
import { useLatest } from '../use-latest.ts'
import type { Screen } from '../use-screen.ts'
import { RunningInterview } from './RunningInterview.tsx'
import { Note, Shell } from './Shell.tsx'

export interface OpenInterview {
  readonly draft: UnfinishedInterview
  /** In the version in which it was begun. */
  readonly survey: PublicSurvey
  readonly rescueKey: RescueKey
}

interface InterviewProps {
  readonly desk: Desk
  readonly id: string
  readonly go: (screen: Screen, hash?: string) => void
}

async function openInterview({ tablet }: Desk, id: string): Promise<OpenInterview | null> {
  const holdings = await tablet.read()
  const draft = holdings.drafts.find((one) => one.id === id)
  const survey = draft && surveyOf(holdings, draft.surveyId)
  const document = survey?.documents.find(
    ({ questionnaireVersionId }) => questionnaireVersionId === draft?.questionnaireVersionId,
  )
  if (!draft || !survey || !document) return null
  // What was begun is finished, whatever has become of the survey: the server decides.
  return { draft, survey: { ...document, status: 'OPEN' }, rescueKey: survey.rescueKey }
}

/** Opens an interview for this page alone. */
export function Interview({ desk, id, go }: InterviewProps) {
  const [opened, setOpened] = useState<OpenInterview | 'elsewhere' | null>(null)
  const latestRef = useLatest({ desk, go })
  useEffect(() => {
    let release: (() => void) | null = null
    let isLeft = false
    const open = async () => {
      release = await hold(`wywiad-${id}`)
      if (isLeft) return release?.()
      if (!release) return setOpened('elsewhere')
      const interview = await openInterview(latestRef.current.desk, id)
      if (interview) setOpened(interview)
      else latestRef.current.go({ kind: 'home' })
    }
    void open()
    return () => {
      isLeft = true
      release?.()
    }
  }, [id, latestRef])
  if (opened === null) return null
  if (opened === 'elsewhere') {
    return (
      <Shell title={texts.home.title}>
        <Note>
          <p>{texts.interview.elsewhere}</p>
        </Note>
        <button type="button" class="secondary" onClick={() => go({ kind: 'home' })}>
          {texts.interview.toList}
        </button>
      </Shell>
    )
  }
  return <RunningInterview desk={desk} interview={opened} go={go} />
}
