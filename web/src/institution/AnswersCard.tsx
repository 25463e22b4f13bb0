import { useMutation } from '@apollo/client/react'
import { answerInWords, fieldName, fieldsOf, placeInWords, type Field } from '@rozeznanie/core/cleaning'
import type { FormStatus } from '@rozeznanie/core/institution'
import {
  compile,
  openForm,
  withGeneralTexts,
  type Answers,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { dayOf } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { RemarkField, type Remarks } from './RemarkField.tsx'
import './institution.css'

const Return = graphql(`
  mutation ReturnInstitutionForm($input: ReturnInstitutionFormInput!) {
    returnInstitutionForm(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

const Accept = graphql(`
  mutation AcceptInstitutionForm($input: AcceptInstitutionFormInput!) {
    acceptInstitutionForm(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

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

interface Line {
  readonly name: string
  readonly questionKey: string
  readonly place: string
  readonly answer: string
  readonly isAnswered: boolean
}

function linesOf({ form: { questionnaire, answers }, localities }: AnswersCardProps): readonly Line[] {
  const wording = { questionnaire, localityNames: new Map(localities.map(({ id, name }) => [id, name])) }
  const opened = openForm(compile(withGeneralTexts(questionnaire)), answers, { today: dayOf(new Date()) })
  const isWhole = (field: Field) => field.node.items === undefined
  return fieldsOf(opened)
    .filter(isWhole)
    .map((field) => ({
      name: fieldName(field.path),
      questionKey: field.node.question.key,
      place: placeInWords(wording, field.path),
      answer: answerInWords(wording, field.path, field.answer),
      isAnswered: field.answer !== undefined,
    }))
}

/** The answers one below the other; while the form waits to be checked, each can get a remark. */
export function AnswersCard(props: AnswersCardProps) {
  const { surveyId, form, onDone } = props
  const { t } = useTranslation('institution')
  const lines = useMemo(() => linesOf(props), [props])
  const [remarks, setRemarks] = useState<Remarks>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isAccepting, setAccepting] = useState(false)
  const judging = useJudging(surveyId, form.id, setProblem, onDone)
  const isToCheck = form.status === 'SUBMITTED'
  const remarkOf = (line: Line) =>
    form.remarks.find(({ questionKey }) => questionKey === line.questionKey)?.text
  const written = Object.entries(remarks).filter(([, text]) => text.trim() !== '')
  const general = form.remarks.find(({ questionKey }) => questionKey === null)?.text
  return (
    <Card title={t('answers.title')}>
      {isToCheck && <p>{t('answers.lead')}</p>}
      {general !== undefined && form.status === 'RETURNED' && <Notice tone="info">{general}</Notice>}
      {!isToCheck && !lines.some(({ isAnswered }) => isAnswered) && <p>{t('answers.empty')}</p>}
      <ol className="institution-answers">
        {lines.map((line) => (
          <li key={line.name}>
            <p>{line.place}</p>
            <p className={line.isAnswered ? 'institution-answer' : 'institution-answer muted'}>
              {line.answer}
            </p>
            {remarkOf(line) !== undefined && (
              <p className="institution-remark">{t('answers.remark', { text: remarkOf(line) })}</p>
            )}
            {isToCheck && (
              <RemarkField id={line.questionKey} about={line.place} remarks={remarks} onChange={setRemarks} />
            )}
          </li>
        ))}
      </ol>
      {isToCheck && (
        <>
          <RemarkField
            id=""
            about={t('answers.whole')}
            remarks={remarks}
            onChange={setRemarks}
            isOpenAtFirst
          />
          {problem !== null && (
            <Notice tone="danger" isAnnounced>
              {problem}
            </Notice>
          )}
          <div className="row">
            <Button
              look="secondary"
              isBusy={judging.isBusy}
              onClick={() =>
                written.length === 0
                  ? setProblem(t('answers.noRemark'))
                  : void judging.giveBack(
                      written.map(([key, text]) => ({ questionKey: key === '' ? null : key, text })),
                    )
              }
            >
              {t('answers.return', { count: written.length })}
            </Button>
            <Button onClick={() => setAccepting(true)}>{t('answers.accept')}</Button>
          </div>
          <ConfirmDialog
            isOpen={isAccepting}
            title={t('answers.acceptTitle')}
            confirmLabel={t('answers.accept')}
            isBusy={judging.isBusy}
            onConfirm={() => void judging.accept().then(() => setAccepting(false))}
            onCancel={() => setAccepting(false)}
          >
            <p>{t('answers.acceptText')}</p>
          </ConfirmDialog>
        </>
      )}
    </Card>
  )
}

function useJudging(
  surveyId: string,
  formId: string,
  onProblem: (problem: string | null) => void,
  onDone: () => Promise<void>,
) {
  const { t } = useTranslation('institution')
  const [giveBack, returning] = useMutation(Return)
  const [accept, accepting] = useMutation(Accept)
  const finish = async (
    result: { __typename: string; message?: string } | null | undefined,
    error?: string,
  ) => {
    if (result?.__typename !== 'InstitutionForm') return onProblem(result?.message ?? error ?? t('failed'))
    onProblem(null)
    await onDone()
  }
  return {
    isBusy: returning.loading || accepting.loading,
    giveBack: async (remarks: { questionKey: string | null; text: string }[]) => {
      const { data, error } = await giveBack({ variables: { input: { surveyId, formId, remarks } } })
      await finish(data?.returnInstitutionForm, error?.message)
    },
    accept: async () => {
      const { data, error } = await accept({ variables: { input: { surveyId, formId } } })
      await finish(data?.acceptInstitutionForm, error?.message)
    },
  }
}
