import { useState } from 'preact/hooks'
import type { Answering } from './use-answering.ts'
import { useCodeGate } from './code-gate/code-gate.ts'
import { hasAnswers } from './draft.ts'
import { Heading } from './Frame.tsx'
import { HaveCode } from './resume/HaveCode.tsx'
import { langOf, langOfPolish } from './language.ts'
import { CalmChoice, LookButton } from './look/LookChoice.tsx'
import type { Looks } from './look/use-look.ts'
import { PageForm } from './PageForm.tsx'
import { MOVE_FIELD, plainForm } from './plain/plain-form.ts'
import { filled } from './survey-input.ts'
import { texts } from './texts.ts'
import { WhoField } from './who/WhoField.tsx'
import { whoIsAsked } from './who/who-is-asked.ts'

interface IntroPageProps {
  readonly answering: Answering
  readonly looks: Looks
}

/** Who asks, why, how long it takes, what becomes of the answers; and the way in. */
export function IntroPage({ answering, looks }: IntroPageProps) {
  const { survey, state } = answering
  const [who, setWho] = useState(state.draft?.answeredBy)
  const gate = useCodeGate(answering, true)
  const isBegun = hasAnswers(state.draft)
  return (
    <>
      <Heading>{survey.title}</Heading>
      <dl class="facts">
        <div>
          <dt>{texts.start.time}</dt>
          <dd>{texts.start.minutes(survey.questionnaire.estimatedMinutes)}</dd>
        </div>
        <div>
          <dt>{texts.start.until}</dt>
          <dd>{texts.day(survey.closesOn)}</dd>
        </div>
      </dl>
      <CalmChoice looks={looks} />
      <LookButton />
      {survey.questionnaire.intro.map((paragraph) => (
        <p key={paragraph} lang={langOf(paragraph)}>
          {filled(paragraph, survey)}
        </p>
      ))}
      {state.draft?.isFitted ? (
        <p class="note">{texts.olderGone}</p>
      ) : (
        isBegun && !plainForm() && <p class="note">{texts.start.kept}</p>
      )}
      <PageForm survey={survey} onGoOn={() => gate.admit(() => answering.begin(who))}>
        {gate.field}
        {whoIsAsked(survey) === 'offered' && (
          <details class="who">
            <summary>{texts.who.offer}</summary>
            <WhoField heading={texts.who.title} who={who} onChange={setWho} />
          </details>
        )}
        <p class="go-on">
          <button type="submit" class="primary" name={MOVE_FIELD} value="poczatek">
            {isBegun ? texts.start.proceed : texts.start.begin}
          </button>
        </p>
        {answering.surroundings.onResume && <HaveCode answering={answering} />}
      </PageForm>
      <details>
        <summary>{texts.start.clause}</summary>
        {survey.informationClause
          .split(/\n+/)
          .filter((paragraph) => paragraph.trim() !== '')
          .map((paragraph) => (
            <p key={paragraph} lang={langOfPolish()}>
              {paragraph}
            </p>
          ))}
        <p>{plainForm()?.texts.storage ?? texts.start.storage}</p>
      </details>
    </>
  )
}
