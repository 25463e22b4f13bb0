import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { QuestionnairePreview } from '../QuestionnairePreview.tsx'
import type { HistoryState } from './fold-states.ts'
import { useHistoryTools } from './history-context.ts'
import { useStateDocument } from './use-state-document.ts'

interface StatePreviewProps {
  readonly state: HistoryState
  readonly onClose: () => void
}

/** All questions as they were in one state. */
export function StatePreview({ state, onClose }: StatePreviewProps) {
  const { t } = useTranslation('history')
  const { t: tu } = useTranslation('ui')
  const { questionnaireKey, newest, onRestore } = useHistoryTools()
  const { document, hasFailed } = useStateDocument(questionnaireKey, state.revision)
  const when = formatInstant(state.savedAt)
  return (
    <Dialog
      title={t('previewTitle', { when })}
      lead={t('previewLead', { who: state.savedByName })}
      onClose={onClose}
      actions={
        <>
          {state.revision !== newest && <Button onClick={() => onRestore(state)}>{t('restore')}</Button>}
          <Button look="secondary" onClick={onClose}>
            {tu('close')}
          </Button>
        </>
      }
    >
      {hasFailed && <p role="status">{t('loadFailed')}</p>}
      {!document && !hasFailed && <Skeleton />}
      {document && <QuestionnairePreview questionnaire={document} note={t('previewNote', { when })} />}
    </Dialog>
  )
}
