import { bandLabel, cellKey, SEXES, type StructurePlace } from '@rozeznanie/core/fieldwork'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxGroupField } from '../ui/CheckboxGroupField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { type StructureDraft, sumOf } from './structure-draft.ts'

/** Bands of age that are offered; a file may bring others. */
const BANDS = ['18,35,60,75', '18,35,60', '18,35,65', '18,25,35,45,55,65']

interface StructureTableProps {
  readonly draft: StructureDraft
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (next: StructureDraft) => void
}

/** People by sex and age, a table for each part of the municipality. */
export function StructureTable({ draft, localities, onChange }: StructureTableProps) {
  const { t } = useTranslation('fieldwork')
  const ages = draft.ages.join(',')
  const bands = [...new Set([ages, ...BANDS])].map((value) => {
    const bounds = value.split(',').map(Number)
    return { value, label: bounds.map((from) => bandLabel(from, bounds)).join(', ') }
  })
  const changePlace = (index: number, place: StructurePlace) =>
    onChange({ ...draft, places: draft.places.map((one, at) => (at === index ? place : one)) })
  const add = () =>
    onChange({ ...draft, places: [...draft.places, { name: t('structure.newPlace'), localityIds: [] }] })
  const removeLast = () => onChange({ ...draft, places: draft.places.slice(0, -1) })
  return (
    <div className="stack">
      <SelectField
        name="ages"
        label={t('structure.ages')}
        value={ages}
        choices={bands}
        onChange={(value) => onChange({ ...draft, ages: value.split(',').map(Number) })}
      />
      {draft.places.map((place, index) => (
        <fieldset className="structure-place" key={index}>
          <legend>{place.name}</legend>
          {draft.places.length > 1 && (
            <PlaceFields
              index={index}
              place={place}
              localities={localities}
              onChange={(next) => changePlace(index, next)}
            />
          )}
          <Figures draft={draft} place={index} onChange={onChange} />
        </fieldset>
      ))}
      {localities.length > 1 && (
        <div className="row">
          <Button look="secondary" onClick={add}>
            {t('structure.addPlace')}
          </Button>
          {draft.places.length > 1 && (
            <Button look="quiet" onClick={removeLast}>
              {t('structure.removePlace')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

interface PlaceFieldsProps extends Pick<StructureTableProps, 'localities'> {
  readonly index: number
  readonly place: StructurePlace
  readonly onChange: (place: StructurePlace) => void
}

function PlaceFields({ index, place, localities, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation('fieldwork')
  return (
    <>
      <TextField
        name={`places.${index}`}
        label={t('structure.placeName')}
        value={place.name}
        onChange={(name) => onChange({ ...place, name })}
      />
      <Disclosure summary={t('structure.localities', { count: place.localityIds.length })}>
        <CheckboxGroupField
          name={`localities.${index}`}
          label={t('structure.whichLocalities')}
          values={place.localityIds}
          choices={localities.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(localityIds) => onChange({ ...place, localityIds })}
        />
      </Disclosure>
    </>
  )
}

interface FiguresProps extends Pick<StructureTableProps, 'draft' | 'onChange'> {
  readonly place: number
}

function Figures({ draft, place, onChange }: FiguresProps) {
  const { t } = useTranslation('fieldwork')
  const { ages, figures } = draft
  return (
    <div className="structure-figures">
      {SEXES.map((sex) => (
        <div key={sex} role="group" aria-label={t(`sex.${sex}`)} className="structure-figures__row">
          <strong className="structure-figures__sex">
            {t(`sex.${sex}`)}
            <span className="muted"> {formatCount(sumOf(draft, { place, sex }))}</span>
          </strong>
          {ages.map((age) => {
            const key = cellKey({ place, sex, age })
            return (
              <TextField
                key={age}
                name={`cell-${key.replaceAll(' ', '-')}`}
                label={bandLabel(age, ages)}
                value={figures[key] ?? ''}
                onChange={(text) => onChange({ ...draft, figures: { ...figures, [key]: text } })}
                isShort
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}
