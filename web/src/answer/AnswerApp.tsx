import type { PublicSurvey } from '@rozeznanie/core/survey'
import { CheckPage } from './CheckPage.tsx'
import { EndPage, NotOpenPage, RestartPage } from './EndPages.tsx'
import { Frame } from './Frame.tsx'
import { IntroPage } from './IntroPage.tsx'
import { titleOf } from './page-words.ts'
import { hashOf } from './place.ts'
import { QuestionPage } from './QuestionPage.tsx'
import { SendingPage } from './SendingPage.tsx'
import { texts } from './texts.ts'
import { useAnswering, type Answering } from './use-answering.ts'

interface AnswerAppProps {
  readonly survey: PublicSurvey
}

/** The answering face of a survey. */
export function AnswerApp({ survey }: AnswerAppProps) {
  return survey.status === 'OPEN' ? <Form survey={survey} /> : <NotOpen survey={survey} />
}

function NotOpen({ survey }: AnswerAppProps) {
  return (
    <Frame survey={survey} screen="" title={survey.title}>
      <NotOpenPage survey={survey} />
    </Frame>
  )
}

function windowTitle({ survey, state, place, pages }: Answering): string {
  const hasFaults = state.faults.length > 0
  const page = place.kind === 'page' ? pages.find(({ id }) => id === place.id) : undefined
  if (page) return titleOf(page, survey.title, hasFaults)
  const named: Partial<Record<typeof place.kind, string>> = {
    check: texts.check.title,
    send: texts.sending.title,
    restart: texts.restart.title,
    done: state.ending?.kind === 'accepted' ? texts.done.title : texts.closed.refusedTitle,
  }
  const name = named[place.kind]
  const title = name === undefined ? survey.title : `${name} – ${survey.title}`
  return hasFaults ? texts.errorTitle(title) : title
}

function Form({ survey }: AnswerAppProps) {
  const answering = useAnswering(survey)
  const { place, state, isKept } = answering
  const canRestart =
    place.kind === 'page' || place.kind === 'check' || (place.kind === 'start' && state.draft)
  return (
    <Frame
      survey={survey}
      screen={hashOf(place)}
      title={windowTitle(answering)}
      {...(canRestart && { onRestart: () => answering.go({ kind: 'restart' }) })}
    >
      {!isKept && place.kind === 'page' && <p class="note">{texts.storageOff}</p>}
      <Screen answering={answering} />
    </Frame>
  )
}

interface ScreenProps {
  readonly answering: Answering
}

function Screen({ answering }: ScreenProps) {
  const { place, state, pages, survey } = answering
  switch (place.kind) {
    case 'start':
      return <IntroPage answering={answering} />
    case 'page': {
      const page = pages.find(({ id }) => id === place.id)
      return page ? (
        <QuestionPage key={page.id} answering={answering} page={page} fromCheck={place.fromCheck} />
      ) : null
    }
    case 'check':
      return <CheckPage answering={answering} />
    case 'send':
      return state.draft && <SendingPage answering={answering} draft={state.draft} />
    case 'restart':
      return <RestartPage onYes={answering.restart} onNo={() => history.back()} />
    case 'done':
      return state.ending && <EndPage survey={survey} ending={state.ending} onAnother={answering.restart} />
  }
}
