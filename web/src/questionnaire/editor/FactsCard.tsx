import { AUDIENCES, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { changeFacts, type Facts } from '@rozeznanie/core/questionnaire/editing'
import { memo } from 'react'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextAreaField } from '../../ui/TextAreaField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useQuestionnaire } from '../draft/use-draft.ts'
import { CardHead } from './CardHead.tsx'
import { factsField } from './element-ids.ts'
import { NumberField } from './NumberField.tsx'
import { ParagraphsField } from './ParagraphsField.tsx'
import { PartProblems } from './PartProblems.tsx'
import { useDesk, useEditor, useOfDraft } from './use-editor.ts'

/** What stands around the questions: the title, the introduction, the words at the end. */
export const FactsCard = memo(function FactsCard() {
  const { t } = useEditor()
  const isOpen = useDesk(({ selected }) => selected === 'facts')
  const minutes = useOfDraft(({ history }) => history?.present.estimatedMinutes ?? 0)
  return (
    <div className={isOpen ? 'section-card section-card--open' : 'section-card'}>
      <CardHead
        target="facts"
        isOpen={isOpen}
        level={3}
        marks={<span>{t('facts.marks', { count: minutes })}</span>}
      >
        {t('facts.title')}
      </CardHead>
      {isOpen && <FactsForm />}
    </div>
  )
})

function FactsForm() {
  const { store, t } = useEditor()
  const questionnaire: Questionnaire = useQuestionnaire(store)
  const { title, description, audience, estimatedMinutes, intro, thanks } = questionnaire
  const change = (facts: Partial<Facts>) =>
    store.edit((draft) => changeFacts(draft, facts), `facts.${Object.keys(facts)[0]}`)
  return (
    <div className="question-form">
      <PartProblems target="facts" />
      <TextField
        name={factsField('title')}
        label={t('facts.name')}
        value={title}
        onChange={(value) => change({ title: value })}
      />
      <TextAreaField
        name={factsField('description')}
        label={t('facts.description')}
        hint={t('facts.descriptionHint')}
        rows={2}
        value={description}
        onChange={(value) => change({ description: value })}
      />
      <SelectField
        name={factsField('audience')}
        label={t('facts.audience')}
        value={audience}
        choices={AUDIENCES.map((value) => ({
          value,
          label: t(`audience.${value}`, { ns: 'questionnaire' }),
        }))}
        onChange={(value) => change({ audience: AUDIENCES.find((one) => one === value) ?? audience })}
      />
      <NumberField
        name={factsField('estimatedMinutes')}
        label={t('facts.minutes')}
        hint={t('facts.minutesHint')}
        isWhole
        value={estimatedMinutes}
        onChange={(value) => change({ estimatedMinutes: value ?? 0 })}
      />
      <ParagraphsField
        name={factsField('intro')}
        label={t('facts.intro')}
        hint={t('facts.introHint')}
        paragraphs={intro}
        onChange={(paragraphs) => change({ intro: paragraphs })}
      />
      <ParagraphsField
        name={factsField('thanks')}
        label={t('facts.thanks')}
        paragraphs={thanks}
        onChange={(paragraphs) => change({ thanks: paragraphs })}
      />
    </div>
  )
}
