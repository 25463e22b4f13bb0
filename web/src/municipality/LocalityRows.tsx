import { LOCALITY_KINDS } from '@rozeznanie/core/municipality'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { fieldId } from '../ui/field-ids.ts'
import type { FormProblem } from '../ui/form-problems.ts'
import { emptyRow, localityKind, type LocalityRow } from './locality-rows.ts'
import './municipality.css'

interface LocalityRowsProps {
  readonly rows: readonly LocalityRow[]
  readonly problems: readonly FormProblem[]
  readonly onChange: (rows: readonly LocalityRow[]) => void
}

/** The lines of the list. A new line takes the focus, so that names can be typed one after another. */
export function LocalityRows({ rows, problems, onChange }: LocalityRowsProps) {
  const { t } = useTranslation('municipality')
  const list = useRef<HTMLUListElement>(null)
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
  }, [rows.length])

  const set = (key: string, change: Partial<LocalityRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  const add = () => {
    wantsFocus.current = true
    onChange([...rows, emptyRow(rows)])
  }
  return (
    <div className="stack-tight">
      {rows.length === 0 && <p className="muted">{t('localities.none')}</p>}
      <ul className="locality-rows" ref={list}>
        {rows.map((row, index) => {
          const name = `localities.${index}.name`
          const error = problems.find((problem) => problem.name === name)?.message
          return (
            <li key={row.key} className={error ? 'field--wrong' : undefined}>
              <input
                id={fieldId(name)}
                className="control"
                aria-label={t('localities.name', { number: index + 1 })}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${fieldId(name)}-error` : undefined}
                value={row.name}
                onChange={(event) => set(row.key, { name: event.target.value })}
              />
              <select
                className="control"
                aria-label={t('localities.kind', { number: index + 1 })}
                value={row.kind}
                onChange={(event) => set(row.key, { kind: localityKind(event.target.value) })}
              >
                {LOCALITY_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`locality.${kind}`)}
                  </option>
                ))}
              </select>
              <Button
                look="quiet"
                label={t('localities.removeNamed', { name: row.name || index + 1 })}
                onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
              >
                {t('localities.remove')}
              </Button>
              {error && (
                <p className="field__error" id={`${fieldId(name)}-error`}>
                  {error}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      <div className="row">
        <Button look="secondary" onClick={add}>
          {t('localities.add')}
        </Button>
      </div>
    </div>
  )
}
