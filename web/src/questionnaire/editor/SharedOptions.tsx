import { everyQuestion, hasOptions, type Question } from '@rozeznanie/core/questionnaire'
import { ownOptions } from '@rozeznanie/core/questionnaire/editing'
import { fieldId } from '../../ui/field-ids.ts'
import { questionField } from './element-ids.ts'
import { NarrowOptions } from './Narrowing.tsx'
import { PartProblems } from './PartProblems.tsx'
import { present } from './question-actions.ts'
import { ToolButton } from './ToolButton.tsx'
import { useEditor } from './use-editor.ts'

interface SharedOptionsProps {
  readonly question: Question
  readonly list: string
}

/** Answers of a list that several questions share: some of them can be left out, or all taken over as own. */
export function SharedOptions({ question, list }: SharedOptionsProps) {
  const editor = useEditor()
  const { store, desk, t } = editor
  const { key } = question
  const questionnaire = present(editor)
  const users = everyQuestion(questionnaire).filter((one) => hasOptions(one) && one.list === list).length
  const takeOver = () => {
    store.edit(ownOptions(questionnaire, key))
    desk.focus(fieldId(questionField(key, 'options')))
    desk.say(t('shared.taken'))
  }
  return (
    <div className="shared-options">
      <p>{t('shared.lead', { label: questionnaire.lists[list]?.label ?? '', count: users })}</p>
      <NarrowOptions question={question} />
      <ToolButton icon="copy" id={fieldId(questionField(key, 'options'))} onClick={takeOver}>
        {t('shared.takeOver')}
      </ToolButton>
      <PartProblems target={`question:${key}`} only={['options', 'only', 'list']} />
    </div>
  )
}
