import type { Question } from '@rozeznanie/core/questionnaire'
import { placeOf } from '@rozeznanie/core/questionnaire/editing'
import { moveButtonId } from './element-ids.ts'
import { nameOf } from './question-names.ts'
import { duplicate, moveByStep, present, remove } from './question-actions.ts'
import { useNumber } from './QuestionNumber.tsx'
import { ToolButton } from './ToolButton.tsx'
import { useEditor } from './use-editor.ts'

interface CardToolbarProps {
  readonly question: Question
}

/** What can be done with the whole question. */
export function CardToolbar({ question }: CardToolbarProps) {
  const editor = useEditor()
  const { desk, t } = editor
  const { key } = question
  const number = useNumber(key)
  const addBelow = () => {
    const place = placeOf(present(editor), key)
    if (place) desk.show({ kind: 'add', place: { ...place, index: place.index + 1 } })
  }
  const move = (step: -1 | 1) => () =>
    moveByStep(editor, key, step, moveButtonId(key, step < 0 ? 'up' : 'down'))
  const context = t('tools.of', { number, name: nameOf(question, t('untitled')) })
  return (
    <div className="card-toolbar" role="group" aria-label={t('tools.label')}>
      <ToolButton icon="plus" context={context} onClick={addBelow}>
        {t('tools.addBelow')}
      </ToolButton>
      <ToolButton icon="up" isBare id={moveButtonId(key, 'up')} context={context} onClick={move(-1)}>
        {t('tools.up')}
      </ToolButton>
      <ToolButton icon="down" isBare id={moveButtonId(key, 'down')} context={context} onClick={move(1)}>
        {t('tools.down')}
      </ToolButton>
      <ToolButton
        icon="move"
        id={moveButtonId(key, 'move')}
        context={context}
        onClick={() => desk.show({ kind: 'move', questionKey: key })}
      >
        {t('tools.move')}
      </ToolButton>
      <ToolButton icon="copy" context={context} onClick={() => duplicate(editor, key)}>
        {t('tools.duplicate')}
      </ToolButton>
      {!question.core && (
        <ToolButton
          icon="settings"
          context={context}
          onClick={() => desk.show({ kind: 'type', questionKey: key })}
        >
          {t('tools.type')}
        </ToolButton>
      )}
      <ToolButton icon="remove" isDangerous context={context} onClick={() => remove(editor, key)}>
        {t('tools.remove')}
      </ToolButton>
    </div>
  )
}
