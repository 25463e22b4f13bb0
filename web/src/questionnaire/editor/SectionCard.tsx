import type { Section } from '@rozeznanie/core/questionnaire'
import { changeSection } from '@rozeznanie/core/questionnaire/editing'
import { memo, useDeferredValue } from 'react'
import { TextAreaField } from '../../ui/TextAreaField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { RuleEditor } from '../conditions/RuleEditor.tsx'
import { useQuestionnaire } from '../draft/use-draft.ts'
import { CardHead } from './CardHead.tsx'
import type { Target } from './editor-desk.ts'
import { moveButtonId, sectionField } from './element-ids.ts'
import { Fold } from './Fold.tsx'
import { fieldId } from '../../ui/field-ids.ts'
import { PartProblems } from './PartProblems.tsx'
import { addSectionAt, moveSectionByStep, removeWholeSection } from './section-actions.ts'
import { ToolButton } from './ToolButton.tsx'
import { useDesk, useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'

interface SectionCardProps {
  readonly section: Section
  readonly index: number
  readonly sectionCount: number
}

/** The head of a section: what it is called and when it is shown. */
export const SectionCard = memo(function SectionCard({ section, index, sectionCount }: SectionCardProps) {
  const { t } = useEditor()
  const target: Target = `section:${section.key}`
  const isOpen = useDesk(({ selected }) => selected === target)
  return (
    <div className={isOpen ? 'section-card section-card--open' : 'section-card'}>
      <CardHead
        target={target}
        isOpen={isOpen}
        level={3}
        marks={
          <>
            <span>{t('section.number', { number: index + 1, count: sectionCount })}</span>
            <span>{t('section.questions', { count: section.questions.length })}</span>
            {section.visibleIf && <span>{t('marks.condition')}</span>}
          </>
        }
      >
        {section.title || t('untitledSection')}
      </CardHead>
      {isOpen && <SectionForm section={section} index={index} sectionCount={sectionCount} />}
    </div>
  )
})

function SectionForm({ section, index, sectionCount }: SectionCardProps) {
  const editor = useEditor()
  const { store, t } = editor
  const { key, title, description = '', visibleIf } = section
  const questionnaire = useDeferredValue(useQuestionnaire(store))
  const change = (next: (section: Section) => Section, part: string) =>
    store.edit((draft) => changeSection(draft, key, next), `section.${key}.${part}`)
  const move = (step: -1 | 1) => () =>
    moveSectionByStep(editor, key, step, moveButtonId(key, step < 0 ? 'up' : 'down'))
  return (
    <div className="question-form">
      <PartProblems target={`section:${key}`} />
      <TextField
        name={sectionField(key, 'title')}
        label={t('section.title')}
        value={title}
        onChange={(value) => change((one) => ({ ...one, title: value }), 'title')}
      />
      <TextAreaField
        name={sectionField(key, 'description')}
        label={t('section.description')}
        isOptional
        rows={2}
        value={description}
        onChange={(value) => change((one) => withPart(one, 'description', value), 'description')}
      />
      <div className="question-form__folds">
        <Fold
          id={fieldId(sectionField(key, 'rules'))}
          title={t('section.condition')}
          note={visibleIf ? t('rules.count', { count: 1 }) : t('rules.none')}
        >
          <RuleEditor
            questionnaire={questionnaire}
            place={{ sectionKey: key, kind: 'visibleIf' }}
            value={visibleIf}
            onChange={(text) => change((one) => withPart(one, 'visibleIf', text), 'visibleIf')}
          />
        </Fold>
      </div>
      <div className="card-toolbar" role="group" aria-label={t('section.tools')}>
        <ToolButton icon="up" id={moveButtonId(key, 'up')} onClick={move(-1)}>
          {t('section.up')}
        </ToolButton>
        <ToolButton icon="down" id={moveButtonId(key, 'down')} onClick={move(1)}>
          {t('section.down')}
        </ToolButton>
        <ToolButton icon="plus" onClick={() => addSectionAt(editor, index + 1)}>
          {t('section.addBelow')}
        </ToolButton>
        <ToolButton
          icon="remove"
          isDangerous
          isOff={sectionCount < 2}
          onClick={() => removeWholeSection(editor, key)}
        >
          {t('section.remove')}
        </ToolButton>
      </div>
    </div>
  )
}
