import { useMutation } from '@apollo/client/react'
import { MOST_COPIES } from '@rozeznanie/core/survey'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../gql/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { errorOf, problemsOf, type FormProblem } from '../../ui/form-problems.ts'
import { RadioGroupField } from '../../ui/RadioGroupField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { printPath } from '../survey.paths.ts'
import { useDownload, type DownloadState } from './use-download.ts'
import { useLanguageName } from './use-language-name.ts'

const PlanBookletsMutation = graphql(`
  mutation PlanBooklets($input: PlanBookletsInput!) {
    planBooklets(input: $input) {
      __typename
      ... on PrintRun {
        firstSheet
        lastSheet
      }
      ... on InvalidInputError {
        message
        problems {
          path
          message
        }
      }
    }
  }
`)

/** Gives numbers to sheets, then downloads them. */
function usePrinting(surveyId: string) {
  const { t } = useTranslation('materials')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [plan, { loading }] = useMutation(PlanBookletsMutation, { refetchQueries: ['MaterialsPage'] })
  const [state, download] = useDownload()
  const print = async (copies: number, language: string, isLarge: boolean) => {
    const { data, error } = await plan({ variables: { input: { surveyId, copies, language, isLarge } } })
    const result = data?.planBooklets
    if (result?.__typename === 'PrintRun') {
      setProblems([])
      const { firstSheet, lastSheet } = result
      await download(printPath(surveyId, 'booklet', { from: firstSheet, copies: lastSheet - firstSheet + 1 }))
    } else setProblems(result ? problemsOf(result) : [{ message: error?.message ?? t('failed') }])
  }
  return { problems, isBusy: loading || state === 'preparing', state, print }
}

interface BookletFormProps {
  readonly surveyId: string
  /** Those that the questionnaire is translated to. */
  readonly languages: readonly string[]
}

/** How many sheets to print, how large, in which language. */
export function BookletForm({ surveyId, languages }: BookletFormProps) {
  const { t } = useTranslation('materials')
  const languageName = useLanguageName()
  const [copies, setCopies] = useState('50')
  const [size, setSize] = useState<'normal' | 'large'>('normal')
  const [language, setLanguage] = useState('pl')
  const { problems, isBusy, state, print } = usePrinting(surveyId)
  const count = /^\d{1,4}$/.test(copies.trim()) ? Number(copies) : 0
  return (
    <>
      <Form
        label={t('booklet.form')}
        problems={problems}
        names={['copies', 'size', 'language']}
        onSubmit={() => void print(count, language, size === 'large')}
        actions={
          <Button type="submit" isBusy={isBusy}>
            {t('booklet.submit')}
          </Button>
        }
      >
        <TextField
          name="copies"
          label={t('booklet.copies')}
          hint={t('booklet.copiesHint', { count: MOST_COPIES })}
          error={errorOf(problems, 'copies')}
          value={copies}
          onChange={setCopies}
          isShort
        />
        <RadioGroupField
          name="size"
          label={t('booklet.size')}
          value={size}
          choices={(['normal', 'large'] as const).map((value) => ({
            value,
            label: t(`booklet.${value}`),
            hint: t(`booklet.${value}Hint`),
          }))}
          onChange={(value) => setSize(value === 'large' ? 'large' : 'normal')}
        />
        {languages.length > 1 && (
          <SelectField
            name="language"
            label={t('booklet.language')}
            value={language}
            choices={languages.map((value) => ({ value, label: languageName(value) }))}
            onChange={setLanguage}
            error={errorOf(problems, 'language')}
          />
        )}
      </Form>
      <PrintingState state={state} />
    </>
  )
}

function PrintingState({ state }: { readonly state: DownloadState }) {
  const { t } = useTranslation('materials')
  return (
    <div role="status">
      {state === 'preparing' && (
        <div className="stack-tight">
          <p>{t('booklet.preparing')}</p>
          <progress className="materials__progress" aria-label={t('booklet.form')} />
        </div>
      )}
      {state === 'saved' && <p>{t('booklet.saved')}</p>}
      {state === 'failed' && <p>{t('booklet.failed')}</p>}
    </div>
  )
}
