import type { TerrainSurvey } from '@rozeznanie/core/terrain'
import { newestOf } from '../surveys.ts'
import { texts } from '../texts.ts'

interface LocalityFieldProps {
  readonly survey: TerrainSurvey
  readonly label: string
  readonly value: string | null
  onChange(localityId: string | null): void
}

/** The localities of a survey, those with a target of one's own first. */
export function LocalityField({ survey, label, value, onChange }: LocalityFieldProps) {
  const own = new Set(survey.targets.map(({ localityId }) => localityId))
  const localities = newestOf(survey)?.localities ?? []
  if (localities.length === 0) return null
  const sorted = [
    ...localities.filter(({ id }) => own.has(id)),
    ...localities.filter(({ id }) => !own.has(id)),
  ]
  return (
    <div class="app-field">
      <label for="miejscowosc">{label}</label>
      <select
        id="miejscowosc"
        autocomplete="off"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">{texts.begin.anywhere}</option>
        {sorted.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
