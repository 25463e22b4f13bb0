import type { RosterQuestion } from '@rozeznanie/core/questionnaire'
import type { QuestionPlace } from '@rozeznanie/core/questionnaire/editing'
import { addButtonId } from './element-ids.ts'
import { ToolButton } from './ToolButton.tsx'
import { useEditor } from './use-editor.ts'

interface AddQuestionProps {
  readonly sectionKey: string
  readonly roster?: RosterQuestion
  readonly index: number
}

/** The place at the end of a section or of a roster where questions are added, from three sources. */
export function AddQuestion({ sectionKey, roster, index }: AddQuestionProps) {
  const { desk, t } = useEditor()
  const place: QuestionPlace = roster ? { sectionKey, rosterKey: roster.key, index } : { sectionKey, index }
  return (
    <div className="add-question">
      <ToolButton
        icon="plus"
        id={addButtonId(roster?.key ?? sectionKey)}
        onClick={() => desk.show({ kind: 'add', place })}
      >
        {roster ? t('add.inGroup', { item: roster.itemName }) : t('add.here')}
      </ToolButton>
      {!roster && (
        <>
          <ToolButton icon="copy" onClick={() => desk.show({ kind: 'bank', place })}>
            {t('add.fromBank')}
          </ToolButton>
          <ToolButton icon="copy" onClick={() => desk.show({ kind: 'copy', place })}>
            {t('add.fromOther')}
          </ToolButton>
        </>
      )}
    </div>
  )
}
