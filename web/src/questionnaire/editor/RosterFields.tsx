import type { RosterQuestion } from '@rozeznanie/core/questionnaire'
import { TextField } from '../../ui/TextField.tsx'
import { questionField } from './element-ids.ts'
import { NumberField } from './NumberField.tsx'
import { useChange, useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'

/** What is repeated and how many times; the questions themselves are cards below. */
export function RosterFields({ question }: { readonly question: RosterQuestion }) {
  const { t } = useEditor()
  const { key, itemName, minItems, maxItems } = question
  const change = useChange(key)
  const set = (part: 'minItems' | 'maxItems') => (value: number | undefined) =>
    change((one) => (one.type === 'ROSTER' ? withPart(one, part, value) : one), part)
  return (
    <div className="stack-tight">
      <TextField
        name={questionField(key, 'itemName')}
        label={t('form.itemName')}
        hint={t('form.itemNameHint')}
        value={itemName}
        onChange={(value) =>
          change((one) => (one.type === 'ROSTER' ? { ...one, itemName: value } : one), 'itemName')
        }
      />
      <div className="field-row">
        <NumberField
          name={questionField(key, 'minItems')}
          label={t('form.minItems')}
          isWhole
          value={minItems}
          onChange={set('minItems')}
        />
        <NumberField
          name={questionField(key, 'maxItems')}
          label={t('form.maxItems')}
          isWhole
          value={maxItems}
          onChange={set('maxItems')}
        />
      </div>
      <p className="muted">{t('form.rosterNote')}</p>
    </div>
  )
}
