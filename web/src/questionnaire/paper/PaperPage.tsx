import { useQuery } from '@apollo/client/react'
import { languagesOf, parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../../gql/index.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { QuestionnaireFrame } from '../QuestionnaireFrame.tsx'
import { nameOfLanguage } from '../language-names.ts'
import { PaperPreview } from './PaperPreview.tsx'

const PaperPageQuery = graphql(`
  query PaperPage($key: String!) {
    questionnaire(key: $key) {
      id
      title
      mayEdit
      latestVersion {
        id
        number
        document
      }
      draft {
        id
        title
        document
      }
    }
  }
`)

/** The questionnaire to be printed: the draft for those who edit it, the newest version for others. */
export function PaperPage() {
  const { t } = useTranslation('paper')
  const { key = '' } = useParams()
  const [language, setLanguage] = useState('pl')
  const [isLarge, setLarge] = useState(false)
  const { data, loading, error, refetch } = useQuery(PaperPageQuery, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
  })
  const { draft, latestVersion } = data?.questionnaire ?? {}
  const document: unknown = draft?.document ?? latestVersion?.document
  const shown = useMemo(() => (document ? parseQuestionnaire(document) : null), [document])
  if (!data?.questionnaire || !shown) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const { title, mayEdit } = data.questionnaire
  const languages = languagesOf(shown)
  return (
    <QuestionnaireFrame
      questionnaireKey={key}
      questionnaireTitle={draft?.title.trim() || title}
      mayEdit={mayEdit}
      title={t('title')}
      lead={draft ? t('leadOfDraft') : t('lead')}
      actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      <div className="row no-print">
        {languages.length > 1 && (
          <SelectField
            name="paperLanguage"
            label={t('language')}
            value={language}
            choices={languages.map((code) => ({ value: code, label: nameOfLanguage(code) }))}
            onChange={setLanguage}
          />
        )}
        <CheckboxField
          name="largePrint"
          label={t('large')}
          hint={t('largeHint')}
          isChecked={isLarge}
          onChange={setLarge}
        />
      </div>
      <PaperPreview
        questionnaire={shown}
        language={languages.includes(language) ? language : 'pl'}
        isLarge={isLarge}
      />
    </QuestionnaireFrame>
  )
}
