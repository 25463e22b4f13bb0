import type { QuestionType } from '@rozeznanie/core/questionnaire'
import { changeQuestion, changeType, questionOf } from '@rozeznanie/core/questionnaire/editing'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { openQuestion, present } from './question-actions.ts'
import { TypeList } from './TypeList.tsx'
import { useEditor, useOfDraft } from './use-editor.ts'

/** Another type for a question; what makes sense in it stays. */
export function TypeWindow({ questionKey }: { readonly questionKey: string }) {
  const editor = useEditor()
  const { store, desk, t } = editor
  const isPublished = useOfDraft(({ facts }) => facts?.latestVersion !== null)
  const questionnaire = present(editor)
  const current = questionOf(questionnaire, questionKey)?.type
  const choose = (type: QuestionType) => {
    desk.show(null)
    store.edit(
      changeQuestion(questionnaire, questionKey, (one) => changeType(one, type, questionnaire.lists)),
    )
    openQuestion(editor, questionKey)
    desk.say(t('said.typeChanged', { type: t(`type.${type}.name`) }))
  }
  return (
    <Dialog
      title={t('changeType.title')}
      lead={t('changeType.lead')}
      onClose={() => desk.show(null)}
      actions={
        <Button look="quiet" onClick={() => desk.show(null)}>
          {t('cancel')}
        </Button>
      }
    >
      {isPublished && (
        <Notice tone="warning">
          <p>{t('changeType.published')}</p>
        </Notice>
      )}
      <TypeList current={current} onChoose={choose} />
    </Dialog>
  )
}
