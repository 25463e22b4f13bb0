import { useQuery } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../gql/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Form } from '../../ui/Form.tsx'
import { errorOf } from '../../ui/form-problems.ts'
import { Page } from '../../ui/Page.tsx'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { LIBRARY_PATH } from '../questionnaire.paths.ts'
import { BrokenForm } from './BrokenForm.tsx'
import { CreateFromForm } from './CreateFromForm.tsx'
import { FormFileField } from './FormFileField.tsx'
import { FormReport } from './FormReport.tsx'
import { useFormImport } from './use-form-import.ts'

const ImportQuestionnairePageQuery = graphql(`
  query ImportQuestionnairePage {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
          name
        }
      }
    }
  }
`)

/** A questionnaire out of a form of another system: choose the file, see what it costs, create. */
export function ImportQuestionnairePage() {
  const { t } = useTranslation('interchange')
  const { t: tq } = useTranslation('questionnaire')
  const { data, loading, error, refetch } = useQuery(ImportQuestionnairePageQuery)
  if (!data?.viewer)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const organisations = data.viewer.memberships
    .filter(({ role }) => role === 'ORGANISER')
    .map(({ organisation }) => organisation)
  return (
    <Page
      title={t('import.title')}
      lead={t('import.lead')}
      crumbs={[{ label: tq('library.title'), to: LIBRARY_PATH }]}
    >
      {organisations.length === 0 ? (
        <EmptyState title={t('import.forbidden')}>
          <p>{t('import.forbiddenText')}</p>
        </EmptyState>
      ) : (
        <ImportSteps organisations={organisations} />
      )}
    </Page>
  )
}

interface ImportStepsProps {
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}

function ImportSteps({ organisations }: ImportStepsProps) {
  const { t } = useTranslation('interchange')
  const { stage, file, setFile, problems, isBusy, read, startAgain } = useFormImport()
  const top = useRef<HTMLDivElement>(null)
  const before = useRef(stage.kind)
  useEffect(() => {
    if (before.current !== stage.kind) top.current?.focus()
    before.current = stage.kind
  }, [stage.kind])
  return (
    <div ref={top} tabIndex={-1} className="stack">
      {stage.kind === 'file' && (
        <Card title={t('file.heading')}>
          <Form
            label={t('file.heading')}
            problems={problems}
            names={['file']}
            onSubmit={() => void read()}
            actions={
              <Button type="submit" isBusy={isBusy}>
                {t(isBusy ? 'file.reading' : 'file.read')}
              </Button>
            }
          >
            <FormFileField file={file} error={errorOf(problems, 'file')} onFile={setFile} />
          </Form>
        </Card>
      )}
      {stage.kind === 'broken' && (
        <BrokenForm fileName={stage.fileName} refusal={stage.refusal} onAgain={startAgain} />
      )}
      {stage.kind === 'report' && (
        <>
          <FormReport form={stage.form} fileName={stage.fileName} />
          <CreateFromForm
            questionnaire={stage.form.questionnaire}
            organisations={organisations}
            onAgain={startAgain}
          />
        </>
      )}
    </div>
  )
}
