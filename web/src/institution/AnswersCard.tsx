import type { FormStatus } from '@rozeznanie/core/institution'
import type { Answers, Questionnaire } from '@rozeznanie/core/questionnaire'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../i18n/format.ts'
import { Card } from '../ui/Card.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { answerLines, remarksToSend, type Remarks } from './answer-lines.ts'
import { RemarkField } from './RemarkField.tsx'
import { Verdict } from './Verdict.tsx'
import './institution.css'

interface AnswersCardProps {
  readonly surveyId: string
  readonly form: {
    readonly id: string
    readonly status: FormStatus
    readonly answers: Answers
    readonly questionnaire: Questionnaire
    readonly remarks: readonly { readonly questionKey: string | null; readonly text: string }[]
  }
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  readonly onDone: () => Promise<void>
}

/** The answers one below the other; while the form waits to be checked, each can get a remark. */
export function AnswersCard({ surveyId, form, localities, onDone }: AnswersCardProps) {
  const { t } = useTranslation('institution')
  const { answers, questionnaire, status } = form
  const today = dayOf(new Date())
  const lines = useMemo(
    () => answerLines({ answers, questionnaire, localities, today }),
    [answers, questionnaire, localities, today],
  )
  const [showsAll, setShowsAll] = useState(false)
  const [remarks, setRemarks] = useState<Remarks>({})
  const isToCheck = status === 'SUBMITTED'
  const remarksTo = (key: string | null) => form.remarks.filter(({ questionKey }) => questionKey === key)
  const shown = showsAll ? lines : lines.filter(({ isAnswered }) => isAnswered)
  return (
    <Card title={t('answers.title')}>
      {isToCheck && <p>{t('answers.lead')}</p>}
      {remarksTo(null).map(({ text }) => (
        <Notice key={text} tone="info">
          {t('answers.remark', { text })}
        </Notice>
      ))}
      {!lines.some(({ isAnswered }) => isAnswered) && <p>{t('answers.empty')}</p>}
      <CheckboxField
        name="showsAll"
        label={t('answers.showAll', { count: lines.filter(({ isAnswered }) => !isAnswered).length })}
        isChecked={showsAll}
        onChange={setShowsAll}
      />
      <ul className="institution-answers">
        {shown.map((line) => (
          <li key={line.name}>
            <p>{line.place}</p>
            <p className={line.isAnswered ? 'institution-answer' : 'institution-answer muted'}>
              {line.answer}
            </p>
            {remarksTo(line.questionKey).map(({ text }) => (
              <p key={text} className="institution-remark">
                {t('answers.remark', { text })}
              </p>
            ))}
            {isToCheck && (
              <RemarkField id={line.name} about={line.place} remarks={remarks} onChange={setRemarks} />
            )}
          </li>
        ))}
      </ul>
      {isToCheck && (
        <>
          <RemarkField
            id=""
            about={t('answers.whole')}
            remarks={remarks}
            onChange={setRemarks}
            isOpenAtFirst
          />
          <Verdict
            surveyId={surveyId}
            formId={form.id}
            remarks={remarksToSend(lines, remarks)}
            onDone={onDone}
          />
        </>
      )}
    </Card>
  )
}
