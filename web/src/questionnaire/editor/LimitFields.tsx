import type { NumberQuestion, TextQuestion, YearQuestion } from '@rozeznanie/core/questionnaire'
import { TextField } from '../../ui/TextField.tsx'
import { questionField } from './element-ids.ts'
import { NumberField } from './NumberField.tsx'
import { useChange, useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'

/** What a typed answer may be. */
export function LimitFields({
  question,
}: {
  readonly question: NumberQuestion | YearQuestion | TextQuestion
}) {
  if (question.type !== 'NUMBER' && question.type !== 'DATE_YEAR') return <Length question={question} />
  return (
    <>
      <Range question={question} />
      {question.type === 'NUMBER' && <Unit question={question} />}
    </>
  )
}

function Length({ question }: { readonly question: TextQuestion }) {
  const { t } = useEditor()
  const change = useChange(question.key)
  return (
    <NumberField
      name={questionField(question.key, 'maxLength')}
      label={t('form.maxLength')}
      isWhole
      value={question.maxLength}
      onChange={(value) =>
        change(
          (one) =>
            one.type === 'TEXT_SHORT' || one.type === 'TEXT_LONG'
              ? withPart(one, 'maxLength', value || undefined)
              : one,
          'maxLength',
        )
      }
    />
  )
}

function Range({ question }: { readonly question: NumberQuestion | YearQuestion }) {
  const { t } = useEditor()
  const { key, type } = question
  const change = useChange(key)
  const set = (part: 'min' | 'max') => (value: number | undefined) =>
    change(
      (one) => (one.type === 'NUMBER' || one.type === 'DATE_YEAR' ? withPart(one, part, value) : one),
      part,
    )
  const isWhole = type === 'DATE_YEAR' || question.decimals === undefined
  return (
    <div className="field-row">
      <NumberField
        name={questionField(key, 'min')}
        label={t(type === 'DATE_YEAR' ? 'form.minYear' : 'form.min')}
        isWhole={isWhole}
        value={question.min}
        onChange={set('min')}
      />
      <NumberField
        name={questionField(key, 'max')}
        label={t(type === 'DATE_YEAR' ? 'form.maxYear' : 'form.max')}
        isWhole={isWhole}
        value={question.max}
        onChange={set('max')}
      />
    </div>
  )
}

function Unit({ question }: { readonly question: NumberQuestion }) {
  const { t } = useEditor()
  const { key, unit = '', decimals } = question
  const change = useChange(key)
  return (
    <div className="field-row">
      <TextField
        name={questionField(key, 'unit')}
        label={t('form.unit')}
        value={unit}
        onChange={(value) =>
          change((one) => (one.type === 'NUMBER' ? withPart(one, 'unit', value) : one), 'unit')
        }
      />
      <NumberField
        name={questionField(key, 'decimals')}
        label={t('form.decimals')}
        isWhole
        value={decimals}
        onChange={(value) =>
          change(
            (one) => (one.type === 'NUMBER' ? withPart(one, 'decimals', value || undefined) : one),
            'decimals',
          )
        }
      />
    </div>
  )
}
