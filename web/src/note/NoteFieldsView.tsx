import { DI_AREAS, NOTE_METHODS } from '@rozeznanie/core/note'
import { useTranslation } from 'react-i18next'
import { CheckboxGroupField } from '../ui/CheckboxGroupField.tsx'
import { DateField } from '../ui/DateField.tsx'
import { errorOf, type FormProblem } from '../ui/form-problems.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextAreaField } from '../ui/TextAreaField.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { NoteFields } from './note-draft.ts'

export interface NotePlaces {
  readonly municipalities: readonly {
    readonly code: string
    readonly name: string
    readonly localities: readonly { readonly id: string; readonly name: string }[]
  }[]
}

interface FieldsProps {
  readonly fields: NoteFields
  readonly problems: readonly FormProblem[]
  readonly change: (part: Partial<NoteFields>) => void
}

/** What was heard or seen, and what it is about: the first thing one writes. */
export function StoryFields({ fields, problems, change }: FieldsProps) {
  const { t } = useTranslation('note')
  const chosen = (values: readonly string[]) => DI_AREAS.filter((area) => values.includes(area))
  return (
    <>
      <TextField
        name="title"
        label={t('field.title')}
        value={fields.title}
        onChange={(title) => change({ title })}
        error={errorOf(problems, 'title')}
      />
      <TextAreaField
        name="text"
        label={t('field.text')}
        hint={t('field.textHint')}
        rows={8}
        value={fields.text}
        onChange={(text) => change({ text })}
        error={errorOf(problems, 'text')}
      />
      <CheckboxGroupField
        name="diAreas"
        label={t('field.diAreas')}
        values={fields.diAreas}
        choices={DI_AREAS.map((value) => ({ value, label: t(`areas.${value}`, { ns: 'bank' }) }))}
        onChange={(values) => change({ diAreas: chosen(values) })}
        error={errorOf(problems, 'diAreas')}
      />
    </>
  )
}

/** How, when, where and with how many people. */
export function PlaceFields({
  fields,
  problems,
  change,
  places,
}: FieldsProps & { readonly places: NotePlaces }) {
  const { t } = useTranslation('note')
  const { municipalities } = places
  const municipality = municipalities.find(({ code }) => code === fields.municipalityCode)
  return (
    <>
      <div className="columns">
        <SelectField
          name="method"
          label={t('field.method')}
          choices={NOTE_METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
          value={fields.method}
          onChange={(value) => change({ method: NOTE_METHODS.find((method) => method === value) ?? 'FIELD' })}
        />
        <DateField
          name="notedOn"
          label={t('field.notedOn')}
          value={fields.notedOn}
          onChange={(notedOn) => change({ notedOn })}
          error={errorOf(problems, 'notedOn')}
        />
      </div>
      {municipalities.length > 1 && (
        <SelectField
          name="municipalityCode"
          label={t('field.municipality')}
          choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          value={fields.municipalityCode}
          onChange={(municipalityCode) => change({ municipalityCode, localityId: '' })}
          error={errorOf(problems, 'municipalityCode')}
        />
      )}
      <SelectField
        name="localityId"
        label={t('field.locality')}
        choices={(municipality?.localities ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        emptyLabel={t('field.noLocality')}
        value={fields.localityId}
        onChange={(localityId) => change({ localityId })}
        error={errorOf(problems, 'localityId')}
      />
      <TextField
        name="place"
        label={t('field.place')}
        hint={t('field.placeHint')}
        isOptional
        value={fields.place}
        onChange={(place) => change({ place })}
        error={errorOf(problems, 'place')}
      />
      <TextField
        name="participantCount"
        label={t('field.participantCount')}
        isOptional
        isShort
        value={fields.participantCount}
        onChange={(participantCount) => change({ participantCount })}
        error={errorOf(problems, 'participantCount')}
      />
    </>
  )
}
