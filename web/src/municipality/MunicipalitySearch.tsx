import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import './municipality.css'

interface MunicipalitySearchProps {
  readonly search: string
  readonly onSearch: (text: string) => void
}

export function MunicipalitySearch({ search, onSearch }: MunicipalitySearchProps) {
  const { t } = useTranslation('municipality')
  const [text, setText] = useState(search)
  return (
    <form
      className="municipality-search"
      role="search"
      aria-label={t('search.label')}
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(text.trim())
      }}
    >
      <TextField
        name="szukaj"
        label={t('search.label')}
        hint={t('search.hint')}
        type="search"
        value={text}
        onChange={setText}
      />
      <Button type="submit">{t('search.submit')}</Button>
      {search !== '' && (
        <Button
          look="quiet"
          onClick={() => {
            setText('')
            onSearch('')
          }}
        >
          {t('search.clear')}
        </Button>
      )}
    </form>
  )
}
