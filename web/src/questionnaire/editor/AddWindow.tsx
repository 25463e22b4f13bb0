import type { QuestionPlace } from '@rozeznanie/core/questionnaire/editing'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { addOfType } from './question-actions.ts'
import { TypeList } from './TypeList.tsx'
import { useEditor } from './use-editor.ts'

/** What kind of question to add, or where to take a ready one from. */
export function AddWindow({ place }: { readonly place: QuestionPlace }) {
  const editor = useEditor()
  const { desk, t } = editor
  return (
    <Dialog
      title={t('add.title')}
      lead={t('add.lead')}
      onClose={() => desk.show(null)}
      actions={
        <>
          {place.rosterKey === undefined && (
            <>
              <Button look="secondary" onClick={() => desk.show({ kind: 'bank', place })}>
                {t('add.fromBank')}
              </Button>
              <Button look="secondary" onClick={() => desk.show({ kind: 'copy', place })}>
                {t('add.fromOther')}
              </Button>
            </>
          )}
          <Button look="quiet" onClick={() => desk.show(null)}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypeList
        onChoose={(type) => {
          desk.show(null)
          addOfType(editor, type, place)
        }}
      />
    </Dialog>
  )
}
