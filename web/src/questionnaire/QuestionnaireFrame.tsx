import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../ui/Page.tsx'
import { PageSubject } from '../ui/page-title.ts'
import { Tabs } from '../ui/Tabs.tsx'
import {
  changesPath,
  editorPath,
  exportPath,
  historyPath,
  LIBRARY_PATH,
  paperPath,
  questionnairePath,
  translationsPath,
} from './questionnaire.paths.ts'

interface QuestionnaireFrameProps {
  readonly questionnaireKey: string
  readonly questionnaireTitle: string
  readonly mayEdit: boolean
  /** Name of the page; that of the questionnaire when absent. */
  readonly title?: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The frame of the sister pages of one questionnaire: where it is, its name in the title, the way to the others. */
export function QuestionnaireFrame(props: QuestionnaireFrameProps) {
  const { questionnaireKey, questionnaireTitle, mayEdit, title, lead, actions, children } = props
  const { t } = useTranslation('questionnaire')
  const library = { label: t('library.title'), to: LIBRARY_PATH }
  const own = { label: questionnaireTitle, to: questionnairePath(questionnaireKey) }
  return (
    <PageSubject value={questionnaireTitle}>
      <Page
        title={title ?? questionnaireTitle}
        lead={lead}
        actions={actions}
        crumbs={title === undefined ? [library] : [library, own]}
      >
        <QuestionnaireTabs questionnaireKey={questionnaireKey} mayEdit={mayEdit} />
        {children}
      </Page>
    </PageSubject>
  )
}

function QuestionnaireTabs({
  questionnaireKey: key,
  mayEdit,
}: Pick<QuestionnaireFrameProps, 'questionnaireKey' | 'mayEdit'>) {
  const { t } = useTranslation('questionnaire')
  const editing = [
    { to: editorPath(key), label: t('tabs.edit') },
    { to: changesPath(key), label: t('tabs.changes') },
    { to: historyPath(key), label: t('tabs.history') },
    { to: translationsPath(key), label: t('tabs.translations') },
  ]
  const tabs = [
    { to: questionnairePath(key), label: t('tabs.questions') },
    ...(mayEdit ? editing : []),
    { to: paperPath(key), label: t('tabs.paper') },
    { to: exportPath(key), label: t('tabs.export') },
  ]
  return <Tabs label={t('tabs.label')} tabs={tabs} />
}
