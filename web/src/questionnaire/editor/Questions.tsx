import { memo } from 'react'
import { useQuestionnaire } from '../draft/use-draft.ts'
import './cards.css'
import { FactsCard } from './FactsCard.tsx'
import { SectionBlock } from './SectionBlock.tsx'
import { addSectionAt } from './section-actions.ts'
import { ToolButton } from './ToolButton.tsx'
import { useEditor } from './use-editor.ts'

/** All cards in the order of asking. */
export const Questions = memo(function Questions() {
  const editor = useEditor()
  const { store, t } = editor
  const questionnaire = useQuestionnaire(store)
  const { sections } = questionnaire
  return (
    <div className="cards">
      <h2 className="visually-hidden">{t('panels.questions')}</h2>
      <FactsCard />
      {sections.map((section, index) => (
        <SectionBlock key={section.key} section={section} index={index} sectionCount={sections.length} />
      ))}
      <div className="cards__end">
        <ToolButton icon="plus" onClick={() => addSectionAt(editor, sections.length)}>
          {t('section.add')}
        </ToolButton>
      </div>
    </div>
  )
})
