import { isSpecialCode, type Option, type Question } from '@rozeznanie/core/questionnaire'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { questionField } from './element-ids.ts'
import { NumberField } from './NumberField.tsx'
import { useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'

interface OptionSettingsProps {
  readonly question: Question
  readonly option: Option
  readonly onChange: (option: Option, part?: string) => void
}

/** What is special about one answer. */
export function OptionSettings({ question, option, onChange }: OptionSettingsProps) {
  const { t } = useEditor()
  const name = questionField(question.key, `options.${option.code}`)
  const isTable = question.type === 'MATRIX_SINGLE' || question.type === 'MATRIX_MULTI'
  const isMultiple = question.type === 'MULTI' || question.type === 'MATRIX_MULTI'
  if (isSpecialCode(option.code)) return <p className="muted">{t('options.specialNote')}</p>
  return (
    <>
      {!isTable && question.type !== 'RANK' && (
        <CheckboxField
          name={`${name}.allowsText`}
          label={t('options.allowsText')}
          isChecked={option.allowsText === true}
          onChange={(isOn) => onChange(withPart(option, 'allowsText', isOn))}
        />
      )}
      {isMultiple && (
        <CheckboxField
          name={`${name}.exclusive`}
          label={t('options.exclusive')}
          hint={t('options.exclusiveHint')}
          isChecked={option.exclusive === true}
          onChange={(isOn) => onChange(withPart(option, 'exclusive', isOn))}
        />
      )}
      <NumberField
        name={`${name}.value`}
        label={t('options.value')}
        hint={t('options.valueHint')}
        isOptional
        value={option.value}
        onChange={(value) => onChange(withPart(option, 'value', value), `options.${option.code}.value`)}
      />
    </>
  )
}
