import { useTranslation } from 'react-i18next'
import { errorOf, type FormProblem } from '../ui/form-problems.ts'
import { TextField } from '../ui/TextField.tsx'
import { type ChosenMunicipality, MunicipalityPicker } from './MunicipalityPicker.tsx'

/** What an administrator types about an organisation. */
export interface OrganisationDraft {
  readonly name: string
  readonly phone: string
  readonly municipalities: readonly ChosenMunicipality[]
}

interface OrganisationFieldsProps {
  readonly draft: OrganisationDraft
  readonly problems: readonly FormProblem[]
  readonly onChange: (change: Partial<OrganisationDraft>) => void
}

export function OrganisationFields({ draft, problems, onChange }: OrganisationFieldsProps) {
  const { t } = useTranslation('organisation')
  return (
    <>
      <TextField
        name="name"
        label={t('columns.name')}
        hint={t('nameHint')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        error={errorOf(problems, 'name')}
      />
      <TextField
        name="phone"
        label={t('columns.phone')}
        hint={t('phoneHint')}
        type="tel"
        isShort
        isOptional
        value={draft.phone}
        onChange={(phone) => onChange({ phone })}
        error={errorOf(problems, 'phone')}
      />
      <MunicipalityPicker
        name="municipalityCodes"
        chosen={draft.municipalities}
        onChange={(municipalities) => onChange({ municipalities })}
        error={errorOf(problems, 'municipalityCodes')}
      />
    </>
  )
}
