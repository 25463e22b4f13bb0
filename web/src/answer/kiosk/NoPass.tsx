import type { PublicSurvey } from '@rozeznanie/core/survey'
import { Heading } from '../Frame.tsx'
import { attendantTexts as texts } from './kiosk-texts.ts'

interface NoPassProps {
  readonly survey: PublicSurvey
}

/** What the attendant reads where nobody could send what they filled in. */
export function NoPass({ survey }: NoPassProps) {
  return (
    <main id="tresc">
      <Heading>{texts.noPassTitle}</Heading>
      <p class="lead">{survey.title}</p>
      <p>{texts.noPass}</p>
      <p>{texts.noPassHow}</p>
      <p class="note">
        {texts.noPassCode} <a href={`/a/${survey.code}`}>{texts.noPassForm}</a>
      </p>
    </main>
  )
}
