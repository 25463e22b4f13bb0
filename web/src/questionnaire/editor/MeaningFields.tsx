import { LPDI_TEMPLATE, listSections } from '@rozeznanie/core/diagnosis'
import type { Question } from '@rozeznanie/core/questionnaire'
import { DI_AREAS } from '@rozeznanie/core/questionnaire/library'
import { CheckboxGroupField } from '../../ui/CheckboxGroupField.tsx'
import { RadioGroupField } from '../../ui/RadioGroupField.tsx'
import { questionField } from './element-ids.ts'
import { useChange, useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'

const SENSITIVITIES = ['NONE', 'SPECIAL_CATEGORY', 'CHILD'] as const

/** Chapters of the plan that answers can feed. */
const CHAPTERS = listSections(LPDI_TEMPLATE.sections).map(({ code, title }) => ({
  value: code,
  label: `${code}. ${title}`,
}))

/** How sensitive the answers are, which chapters of the plan they feed and which areas they are about. */
export function MeaningFields({ question }: { readonly question: Question }) {
  const { t } = useEditor()
  const { key, sensitivity = 'NONE', lpdiSections = [], diAreas = [] } = question
  const change = useChange(key)
  return (
    <div className="stack">
      <RadioGroupField
        name={questionField(key, 'sensitivity')}
        label={t('sensitivity.label')}
        value={sensitivity}
        choices={SENSITIVITIES.map((value) => ({
          value,
          label: t(`sensitivity.${value}.name`),
          hint: t(`sensitivity.${value}.hint`),
        }))}
        onChange={(value) => {
          const chosen = SENSITIVITIES.find((one) => one === value && one !== 'NONE')
          change((one) => withPart(one, 'sensitivity', chosen))
        }}
      />
      <CheckboxGroupField
        name={questionField(key, 'lpdiSections')}
        label={t('meaning.lpdi')}
        hint={t('meaning.lpdiHint')}
        isOptional
        values={lpdiSections}
        choices={CHAPTERS}
        onChange={(values) => change((one) => withPart(one, 'lpdiSections', values))}
      />
      <CheckboxGroupField
        name={questionField(key, 'diAreas')}
        label={t('meaning.areas')}
        isOptional
        values={diAreas}
        choices={DI_AREAS.map((value) => ({ value, label: t(`areas.${value}`, { ns: 'bank' }) }))}
        onChange={(values) => change((one) => withPart(one, 'diAreas', values))}
      />
    </div>
  )
}
