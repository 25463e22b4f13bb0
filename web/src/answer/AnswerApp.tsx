import { useEffect, useMemo } from 'preact/hooks'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { CheckPage } from './CheckPage.tsx'
import { EndPage, NotOpenPage, RestartPage } from './EndPages.tsx'
import { Frame } from './Frame.tsx'
import { KeptOnDevice } from './kept/KeptOnDevice.tsx'
import { IntroPage } from './IntroPage.tsx'
import type { Language } from './language.ts'
import { calmed, type ShownSurvey } from './look/dressed.ts'
import { firstLook, type Look } from './look/look.ts'
import { useLook, type Looks } from './look/use-look.ts'
import { titleOf } from './page-words.ts'
import { plainForm } from './plain/plain-form.ts'
import { hashOf, type Place } from './place.ts'
import { QuestionPage } from './QuestionPage.tsx'
import { SendingPage } from './SendingPage.tsx'
import { LaterDoor } from './resume/LaterDoor.tsx'
import type { Surroundings } from './surroundings.ts'
import { texts } from './texts.ts'
import { useAnswering, type Answering } from './use-answering.ts'
import { useSpeech, type Speech } from './use-speech.ts'
import { WhoPage } from './who/WhoPage.tsx'

interface AnswerAppProps {
  readonly survey: PublicSurvey
  readonly surroundings: Surroundings
  /** The language to begin with. */
  readonly language: Language
  /** The look to begin with; the survey's own one when absent. */
  readonly look?: Look
}

/** The answering face of a survey. */
export function AnswerApp({ survey, surroundings, language, look }: AnswerAppProps) {
  const { survey: spoken, speech, polish } = useSpeech(survey, surroundings, language)
  const looks = useLook(survey, surroundings, look ?? firstLook(survey))
  const { isCalm } = looks.look
  const shown = useMemo(() => (isCalm ? calmed(spoken, polish) : spoken), [isCalm, spoken, polish])
  return survey.status === 'OPEN' || survey.takesBegun ? (
    <Form survey={shown} surroundings={surroundings} speech={speech} looks={looks} />
  ) : (
    <NotOpen survey={shown} speech={speech} looks={looks} shelf={surroundings.shelf} />
  )
}

interface NotOpenProps {
  /** As it reads in the chosen language and look. */
  readonly survey: ShownSurvey
  readonly speech: Speech
  readonly looks: Looks
}

function NotOpen({ survey, speech, looks, shelf }: NotOpenProps & Pick<Surroundings, 'shelf'>) {
  return (
    <Frame survey={survey} screen="" title={survey.title} speech={speech} looks={looks}>
      <NotOpenPage survey={survey} />
      <KeptOnDevice survey={survey} shelf={shelf} />
    </Frame>
  )
}

function windowTitle({ survey, state, place, pages }: Answering): string {
  const hasFaults = state.faults.length > 0
  const page = place.kind === 'page' ? pages.find(({ id }) => id === place.id) : undefined
  if (page) return titleOf(page, survey.title, hasFaults)
  const named: Partial<Record<typeof place.kind, string>> = {
    who: texts.who.title,
    check: texts.check.title,
    send: texts.sending.title,
    restart: texts.restart.title,
    park: texts.later.park,
    resume: texts.later.resume,
    done: state.ending?.kind === 'accepted' ? texts.done.title : texts.closed.refusedTitle,
  }
  const name = named[place.kind]
  const title = name === undefined ? survey.title : `${name} – ${survey.title}`
  return hasFaults ? texts.errorTitle(title) : title
}

interface FormProps extends NotOpenProps {
  readonly surroundings: Surroundings
}

/** What the main button of a screen asks of the server where no script runs. */
const ENTER_MOVES: Partial<Record<Place['kind'], string>> = {
  start: 'poczatek',
  who: 'dalej',
  page: 'dalej',
  check: 'wyslij',
  resume: 'dokoncz',
}

const pageOf = (place: Place): string | null => (place.kind === 'page' ? place.id : null)

function Form({ survey, surroundings, speech, looks }: FormProps) {
  const answering = useAnswering(survey, surroundings)
  useEffect(() => surroundings.watch?.(answering, speech))
  const { place, state, isKept } = answering
  const isOnTheWay = place.kind === 'page' || place.kind === 'who'
  const canRestart =
    !surroundings.isKeptElsewhere &&
    ((isOnTheWay && !survey.isCalm) || place.kind === 'check' || (place.kind === 'start' && state.draft))
  const canPark = state.draft && surroundings.onResume && (isOnTheWay || place.kind === 'check')
  return (
    <Frame
      survey={survey}
      screen={hashOf(place)}
      title={windowTitle(answering)}
      speech={speech}
      looks={looks}
      mayFocus={surroundings.mayFocus}
      enterMove={ENTER_MOVES[place.kind]}
      {...(canRestart && { onRestart: () => answering.go({ kind: 'restart' }) })}
      {...(canPark && { onPark: () => answering.go({ kind: 'park', page: pageOf(place) }) })}
    >
      {!isKept && place.kind === 'page' && <p class="note">{texts.storageOff}</p>}
      {plainForm()?.note && <p class="note">{plainForm()?.note}</p>}
      <Screen answering={answering} looks={looks} />
    </Frame>
  )
}

interface ScreenProps {
  readonly answering: Answering
  readonly looks: Looks
}

function Screen({ answering, looks }: ScreenProps) {
  const { place, state, pages, survey } = answering
  switch (place.kind) {
    case 'start':
      if (survey.status !== 'OPEN' && !state.draft)
        return <NotOpenPage survey={survey} answering={answering} />
      return <IntroPage answering={answering} looks={looks} />
    case 'who':
      return <WhoPage answering={answering} />
    case 'page': {
      const page = pages.find(({ id }) => id === place.id)
      return page ? (
        <QuestionPage key={page.id} answering={answering} page={page} fromCheck={place.fromCheck} />
      ) : null
    }
    case 'check':
      return <CheckPage answering={answering} />
    case 'send':
      if (answering.surroundings.instead) return answering.surroundings.instead(answering)
      return state.draft && <SendingPage answering={answering} draft={state.draft} />
    case 'restart':
      return (
        <RestartPage
          survey={survey}
          onYes={answering.restart}
          onNo={() => answering.surroundings.trail.back()}
        />
      )
    case 'park':
    case 'resume':
      return <LaterDoor answering={answering} looks={looks} />
    case 'done':
      if (!state.ending) return null
      if (answering.surroundings.ending) return answering.surroundings.ending(answering, state.ending)
      return (
        <EndPage
          survey={survey}
          ending={state.ending}
          answers={state.draft?.answers}
          onAnother={answering.restart}
        />
      )
  }
}
