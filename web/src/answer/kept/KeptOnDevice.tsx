import { useEffect, useState } from 'preact/hooks'
import type { Answers } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { keptDraft, type Shelf } from '../draft.ts'
import { KeptAnswers } from './rare-kept-answers.ts'

interface KeptOnDeviceProps {
  readonly survey: PublicSurvey
  readonly shelf: Shelf | null
}

/** What this tab still keeps of a survey that is over. The server draws nothing here: it knows of no answers. */
export function KeptOnDevice({ survey, shelf }: KeptOnDeviceProps) {
  const [answers, setAnswers] = useState<Answers | null>(null)
  useEffect(() => {
    const draft = keptDraft(shelf, survey.code)
    if (draft?.questionnaireVersionId === survey.questionnaireVersionId) setAnswers(draft.answers)
  }, [shelf, survey])
  return answers && <KeptAnswers survey={survey} answers={answers} />
}
