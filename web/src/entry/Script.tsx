import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { filled, type EntrySurvey } from './entry-survey.ts'

interface ScriptProps {
  readonly survey: EntrySurvey
  readonly questionnaire: Questionnaire
  readonly part: 'intro' | 'thanks'
}

/** What is read aloud before the first question of an interview, and after the last one. */
export function Script({ survey, questionnaire, part }: ScriptProps) {
  const { t } = useTranslation('entry')
  return (
    <section className="entry-script">
      <h3>{t(`script.${part}`)}</h3>
      {questionnaire[part].map((paragraph) => (
        <p key={paragraph}>{filled(survey, questionnaire, paragraph)}</p>
      ))}
    </section>
  )
}
