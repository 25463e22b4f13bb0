import type { Question, Section } from '@rozeznanie/core/questionnaire'
import { memo } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import type { Target } from './editor-desk.ts'
import { outlineRowId } from './element-ids.ts'
import { ProblemBadge } from './ProblemBadge.tsx'
import { openTarget } from './open-target.ts'
import { nameOf } from './question-names.ts'
import { QuestionNumber } from './QuestionNumber.tsx'
import { TypeIcon } from './TypeIcon.tsx'
import { useEditor } from './use-editor.ts'

interface OutlineItemProps {
  readonly target: Target
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly section?: Section
  readonly question?: Question
  readonly isSelected: boolean
  readonly isTabStop: boolean
  /** Where a dragged line would fall. */
  readonly drop?: 'before' | 'after'
}

/** One line of the outline. */
export const OutlineItem = memo(function OutlineItem(props: OutlineItemProps) {
  const { target, level, position, siblings, section, question, isSelected, isTabStop, drop } = props
  const editor = useEditor()
  const { t } = editor
  const name = question
    ? nameOf(question, t('untitled'))
    : section
      ? section.title || t('untitledSection')
      : t('facts.title')
  return (
    <div
      id={outlineRowId(target)}
      className={`outline__row outline__row--${question ? 'question' : 'section'}`}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      data-target={target}
      data-drop={drop}
      data-level={level}
      onClick={() => openTarget(editor, target)}
    >
      {question && <span className="outline__grip" aria-hidden data-grip="" />}
      {question && <TypeIcon type={question.type} />}
      <span className="outline__name">
        {question && (
          <>
            <QuestionNumber questionKey={question.key} />{' '}
          </>
        )}
        {name}
        {question && <span className="visually-hidden">, {t(`type.${question.type}.name`)}</span>}
      </span>
      {question?.core && <Icon name="lock" label={t('locked.mark')} />}
      <ProblemBadge target={target} />
    </div>
  )
})
