import { useLazyQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { describedBy, fieldId } from '../ui/field-ids.ts'
import './organisation.css'

export interface ChosenMunicipality {
  readonly code: string
  readonly name: string
}

const MunicipalityPickerQuery = graphql(`
  query MunicipalityPicker($search: String!) {
    municipalities(search: $search, first: 8) {
      totalCount
      edges {
        node {
          code
          name
          county {
            code
            name
          }
        }
      }
    }
  }
`)

interface MunicipalityPickerProps {
  readonly name: string
  readonly chosen: readonly ChosenMunicipality[]
  readonly error?: string
  readonly onChange: (chosen: readonly ChosenMunicipality[]) => void
}

/** Chosen municipalities as a list, and a search that adds to it. */
export function MunicipalityPicker({ name, chosen, error, onChange }: MunicipalityPickerProps) {
  const { t } = useTranslation('organisation')
  const id = fieldId(name)
  const [text, setText] = useState('')
  const [search, { data, loading }] = useLazyQuery(MunicipalityPickerQuery)
  const found = data?.municipalities?.edges.map(({ node }) => node) ?? []
  const fresh = found.filter(({ code }) => chosen.every((municipality) => municipality.code !== code))
  const find = () => void search({ variables: { search: text.trim() } })
  const hint = t('picker.hint')
  return (
    <fieldset className={error ? 'field field--wrong' : 'field'}>
      <legend className="field__label">{t('columns.municipalities')}</legend>
      {error && (
        <div className="field__error" id={`${id}-error`}>
          {error}
        </div>
      )}
      <ul className="picker__chosen">
        {chosen.map((municipality) => (
          <li key={municipality.code}>
            {municipality.name} <span className="muted">{municipality.code}</span>
            <Button
              look="quiet"
              label={t('picker.removeNamed', { name: municipality.name })}
              onClick={() => onChange(chosen.filter(({ code }) => code !== municipality.code))}
            >
              {t('picker.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor={id}>{t('picker.search')}</label>
      <div className="field__hint" id={`${id}-hint`}>
        {hint}
      </div>
      <div className="picker__search">
        <input
          id={id}
          className="control"
          type="search"
          autoComplete="off"
          value={text}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(name, { hint, error })}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            find()
          }}
        />
        <Button look="secondary" isBusy={loading} onClick={find}>
          {t('picker.find')}
        </Button>
      </div>
      <p role="status" className="muted">
        {data?.municipalities && t('picker.found', { count: data.municipalities.totalCount })}
      </p>
      <ul className="picker__found">
        {fresh.map((municipality) => (
          <li key={municipality.code}>
            <Button
              look="quiet"
              label={t('picker.addNamed', { name: municipality.name, county: municipality.county.name })}
              onClick={() => onChange([...chosen, { code: municipality.code, name: municipality.name }])}
            >
              + {municipality.name}
            </Button>{' '}
            <span className="muted">{t('picker.county', { county: municipality.county.name })}</span>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
