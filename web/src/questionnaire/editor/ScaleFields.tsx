import {
  DONT_KNOW,
  NOT_APPLICABLE,
  REFUSED,
  type Option,
  type ScaleQuestion,
} from '@rozeznanie/core/questionnaire'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { questionField } from './element-ids.ts'
import { useChange, useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'

const SPECIAL = [DONT_KNOW, REFUSED, NOT_APPLICABLE] as const

/** What the ends of a scale mean, and what can be chosen beside it. */
export function ScaleFields({ question }: { readonly question: ScaleQuestion }) {
  const { t } = useEditor()
  const { key, type, options = [] } = question
  const change = useChange(key)
  const ends = { from: type === 'SCALE_1_5' ? 1 : 0, to: type === 'SCALE_1_5' ? 5 : 10 }
  const set = (part: 'minLabel' | 'maxLabel') => (value: string) =>
    change(
      (one) => (one.type === 'SCALE_1_5' || one.type === 'SCALE_0_10' ? withPart(one, part, value) : one),
      part,
    )
  const offer = (code: string, isOffered: boolean) =>
    change((one) => {
      if (one.type !== 'SCALE_1_5' && one.type !== 'SCALE_0_10') return one
      const others = (one.options ?? []).filter((option) => option.code !== code)
      const added: Option = { code, label: t(`special.${code}`) }
      return withPart(one, 'options', isOffered ? [...others, added] : others)
    })
  return (
    <div className="stack-tight">
      <div className="field-row">
        <TextField
          name={questionField(key, 'minLabel')}
          label={t('form.scaleEnd', { point: ends.from })}
          value={question.minLabel ?? ''}
          onChange={set('minLabel')}
        />
        <TextField
          name={questionField(key, 'maxLabel')}
          label={t('form.scaleEnd', { point: ends.to })}
          value={question.maxLabel ?? ''}
          onChange={set('maxLabel')}
        />
      </div>
      {question.list === undefined && (
        <fieldset className="field">
          <legend className="field__label">{t('form.beside')}</legend>
          <div className="choices choices--row">
            {SPECIAL.map((code) => (
              <CheckboxField
                key={code}
                name={questionField(key, `special${code}`)}
                label={t(`special.${code}`)}
                isChecked={options.some((option) => option.code === code)}
                onChange={(isOffered) => offer(code, isOffered)}
              />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  )
}
