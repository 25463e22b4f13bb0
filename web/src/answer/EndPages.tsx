import type { Answers } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { Heading } from './Frame.tsx'
import { langOf } from './language.ts'
import { KeptAnswers } from './kept/rare-kept-answers.ts'
import { HaveCode } from './resume/HaveCode.tsx'
import { MoveButton, PageForm, PlainPageForm } from './PageForm.tsx'
import { plainForm } from './plain/plain-form.ts'
import type { Ending } from './state.ts'
import { filled } from './survey-input.ts'
import { texts } from './texts.ts'
import type { Answering } from './use-answering.ts'

interface EndPageProps {
  readonly survey: PublicSurvey
  readonly ending: Ending
  /** What could not be sent. */
  readonly answers: Answers | undefined
  onAnother(): void
}

/** The last screen: thanks with a receipt, or why the answers were not taken. */
export function EndPage({ survey, ending, answers, onAnother }: EndPageProps) {
  if (ending.kind === 'closed') {
    return (
      <>
        <Heading>{texts.closed.refusedTitle}</Heading>
        <p class="lead">{texts.closed.refused(ending.message)}</p>
        <p>{plainForm()?.texts.notSent ?? texts.closed.kept}</p>
        {answers && <KeptAnswers survey={survey} answers={answers} />}
      </>
    )
  }
  const isConflict = ending.kind === 'conflict'
  return (
    <PlainPageForm survey={survey}>
      <Heading>{isConflict ? texts.conflict.title : texts.done.title}</Heading>
      {isConflict && <p class="lead">{texts.conflict.lead}</p>}
      {ending.receipt !== null && (
        <div class="receipt">
          <p>{isConflict ? texts.conflict.receipt : texts.done.receipt}</p>
          <p class="number">{ending.receipt}</p>
        </div>
      )}
      <p>{texts.done.keep}</p>
      <h2>{texts.done.next}</h2>
      {survey.questionnaire.thanks.map((paragraph) => (
        <p key={paragraph} lang={langOf(paragraph)}>
          {filled(paragraph, survey)}
        </p>
      ))}
      <p>{plainForm()?.texts.wiped ?? texts.done.wiped}</p>
      <p class="go-on">
        <MoveButton move="usun" class="secondary" onClick={onAnother}>
          {texts.done.another}
        </MoveButton>
      </p>
    </PlainPageForm>
  )
}

interface NotOpenPageProps {
  readonly survey: PublicSurvey
  /** Where what was begun before may still be finished. */
  readonly answering?: Answering
}

/** Instead of the form, when the survey has not begun or is over. */
export function NotOpenPage({ survey, answering }: NotOpenPageProps) {
  const isScheduled = survey.status === 'SCHEDULED'
  return (
    <PageForm survey={survey}>
      <Heading>{isScheduled ? texts.closed.scheduledTitle : texts.closed.endedTitle}</Heading>
      <p class="lead">{survey.title}</p>
      {isScheduled && <p>{texts.closed.scheduled(texts.day(survey.opensOn))}</p>}
      {survey.status === 'ENDED' && <p>{texts.closed.ended(texts.day(survey.closesOn))}</p>}
      {survey.status === 'CLOSED' && <p>{texts.closed.closed}</p>}
      {!isScheduled && <p>{texts.closed.results}</p>}
      {answering?.surroundings.onResume && <HaveCode answering={answering} />}
    </PageForm>
  )
}

interface RestartPageProps {
  readonly survey: PublicSurvey
  onYes(): void
  onNo(): void
}

/** Asks before it throws the answers away. */
export function RestartPage({ survey, onYes, onNo }: RestartPageProps) {
  return (
    <PlainPageForm survey={survey}>
      <Heading>{texts.restart.title}</Heading>
      <p class="lead">{texts.restart.lead}</p>
      <p class="go-on two">
        <MoveButton move="wroc" class="primary" onClick={onNo}>
          {texts.restart.no}
        </MoveButton>
        <MoveButton move="usun" class="danger" onClick={onYes}>
          {texts.restart.yes}
        </MoveButton>
      </p>
    </PlainPageForm>
  )
}
