import type { DiArea } from '@rozeznanie/core/note'
import { useMutation } from '@apollo/client/react'
import { personalDataWarnings } from '@rozeznanie/core/response'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, problemsOf, type FormProblem } from '../ui/form-problems.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextAreaField } from '../ui/TextAreaField.tsx'
import { PersonalDataNotice } from './PersonalDataNotice.tsx'
import type { ShownQuote } from './QuoteItem.tsx'

const ReleaseQuote = graphql(`
  mutation ReleaseQuote($input: ReleaseQuoteInput!) {
    releaseQuote(input: $input) {
      __typename
      ... on FieldNote {
        id
        ...NoteForm_note
      }
      ... on InvalidInputError {
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

interface ReleaseQuoteFormProps {
  readonly noteId: string
  readonly quote: ShownQuote
  readonly areas: readonly DiArea[]
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The words as they shall stand in the report, and in which section. */
export function ReleaseQuoteForm({ noteId, quote, areas, onDone, onCancel }: ReleaseQuoteFormProps) {
  const { t } = useTranslation('note')
  const { number } = quote
  const [text, setText] = useState(quote.releasedText ?? quote.text)
  const [area, setArea] = useState(quote.releasedArea ?? areas[0] ?? 'HORIZONTAL')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [release, { loading }] = useMutation(ReleaseQuote)
  const names = { text: `release-${number}`, area: `area-${number}` }

  const save = async () => {
    const { data, error } = await release({ variables: { input: { noteId, number, text, area } } })
    const result = data?.releaseQuote
    if (result?.__typename === 'FieldNote') return onDone()
    const found = problemsOf(result ?? { message: error?.message ?? t('failed') })
    setProblems(
      found.map(({ name, message }) => ({ message, name: name === 'area' ? names.area : names.text })),
    )
  }
  return (
    <Form
      label={t('report.form')}
      problems={problems}
      names={[names.text, names.area]}
      onSubmit={() => void save()}
      actions={
        <>
          <Button type="submit" isBusy={loading}>
            {t('report.save')}
          </Button>
          <Button look="secondary" onClick={onCancel}>
            {t('report.cancel')}
          </Button>
        </>
      }
    >
      <TextAreaField
        name={names.text}
        label={t('report.text')}
        hint={t('report.textHint')}
        rows={4}
        value={text}
        onChange={setText}
        error={errorOf(problems, names.text)}
      />
      <PersonalDataNotice warnings={personalDataWarnings(text)} advice={t('warnings.inQuote')} />
      {areas.length > 1 && (
        <SelectField
          name={names.area}
          label={t('report.area')}
          choices={areas.map((value) => ({ value, label: t(`areas.${value}`, { ns: 'bank' }) }))}
          value={area}
          onChange={(value) => setArea(areas.find((one) => one === value) ?? area)}
          error={errorOf(problems, names.area)}
        />
      )}
    </Form>
  )
}
