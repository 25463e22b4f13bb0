import type { Field } from '@rozeznanie/core/cleaning'
import { isSpecialCode } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { CheckboxGroupField } from '../ui/CheckboxGroupField.tsx'
import { SelectField, type Choice } from '../ui/SelectField.tsx'
import { TextAreaField } from '../ui/TextAreaField.tsx'
import { TextField } from '../ui/TextField.tsx'

interface FieldEditorProps {
  readonly name: string
  readonly field: Field
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  /** `undefined`: no answer. */
  readonly value: unknown
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
}

/** A number as it was typed; a text that is none stays, for the server to refuse. */
export function typedNumber(text: string): unknown {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (isSpecialCode(trimmed)) return trimmed
  const number = Number(trimmed.replace(',', '.'))
  return Number.isFinite(number) ? number : trimmed
}

const codesOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const wordOf = (value: unknown): string =>
  typeof value === 'number' ? String(value).replace('.', ',') : typeof value === 'string' ? value : ''
const orNothing = (codes: readonly string[]) => (codes.length === 0 ? undefined : codes)

/** A control for the answer to one field, by the type of its question; a whole roster has none. */
export function FieldEditor({ field, localities, value, onChange, ...frame }: FieldEditorProps) {
  const { t } = useTranslation('cleaning')
  const { question } = field.node
  const label = t('editor.answer')
  const options: Choice[] = field.options.map(({ code, label: words }) => ({ value: code, label: words }))
  const select = (choices: readonly Choice[]) => (
    <SelectField
      {...frame}
      label={label}
      value={wordOf(value)}
      emptyLabel={t('editor.none')}
      choices={choices}
      onChange={(code) => onChange(code === '' ? undefined : code)}
    />
  )
  if (field.isOtherText || question.type === 'TEXT_SHORT' || question.type === 'TEXT_LONG') {
    const text = { ...frame, label, hint: t('editor.empty'), value: wordOf(value) }
    return <TextAreaField {...text} rows={3} onChange={(next) => onChange(next === '' ? undefined : next)} />
  }
  switch (question.type) {
    case 'MULTI':
    case 'MATRIX_MULTI':
      return (
        <CheckboxGroupField
          {...frame}
          label={label}
          values={codesOf(value)}
          choices={options}
          onChange={(codes) => onChange(orNothing(codes))}
        />
      )
    case 'RANK':
      return (
        <RankEditor
          name={frame.name}
          error={frame.error}
          top={question.top}
          options={options}
          value={value}
          onChange={onChange}
        />
      )
    case 'NUMBER':
    case 'DATE_YEAR':
      return (
        <TextField
          {...frame}
          label={label}
          hint={t('editor.number')}
          value={wordOf(value)}
          onChange={(text) => onChange(typedNumber(text))}
          isShort
        />
      )
    case 'LOCALITY':
      return select(localities.map(({ id, name }) => ({ value: id, label: name })))
    case 'CONSENT':
      return (
        <SelectField
          {...frame}
          label={label}
          value={value === true ? 'true' : ''}
          emptyLabel={t('editor.none')}
          choices={[{ value: 'true', label: t('editor.yes') }]}
          onChange={(code) => onChange(code === '' ? undefined : true)}
        />
      )
    default:
      return select(options)
  }
}

interface RankEditorProps {
  readonly name: string
  readonly error: string | undefined
  readonly top: number
  readonly options: readonly Choice[]
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** The order, place by place. */
function RankEditor({ name, error, top, options, value, onChange }: RankEditorProps) {
  const { t } = useTranslation('cleaning')
  const codes = codesOf(value)
  const put = (place: number, code: string) => {
    const next = Array.from({ length: top }, (_, index) => (index === place ? code : (codes[index] ?? '')))
    onChange(orNothing(next.filter((one) => one !== '')))
  }
  return (
    <>
      {Array.from({ length: top }, (_, place) => (
        <SelectField
          key={place}
          name={place === 0 ? name : `${name}-${place}`}
          label={t('editor.place', { number: place + 1 })}
          error={place === 0 ? error : undefined}
          value={codes[place] ?? ''}
          emptyLabel={t('editor.none')}
          choices={options}
          onChange={(code) => put(place, code)}
        />
      ))}
    </>
  )
}
