import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import './combobox.css'
import { type FieldProps, FieldFrame } from './FieldFrame.tsx'
import { fieldId } from './field-ids.ts'
import { type ComboboxChoice, useCombobox } from './use-combobox.ts'

interface ComboboxFieldProps extends FieldProps {
  readonly value: string
  readonly choices: readonly ComboboxChoice[]
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  /** Takes the focus when it appears: it was just added by hand. */
  readonly takesFocus?: boolean
}

/** One of many choices, found by typing. */
export function ComboboxField(props: ComboboxFieldProps) {
  const { value, choices, onChange, placeholder, takesFocus = false, ...field } = props
  const { t } = useTranslation('ui')
  const combobox = useCombobox(choices, value, onChange)
  const { isOpen, text, shown, active } = combobox
  const listId = `${fieldId(field.name)}-list`
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <div className="combobox">
          <input
            {...attributes}
            className="control combobox__input"
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            autoFocus={takesFocus}
            placeholder={placeholder}
            value={text}
            aria-expanded={isOpen}
            aria-autocomplete="list"
            aria-controls={listId}
            aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
            onFocus={(event) => event.target.select()}
            onClick={combobox.open}
            onBlur={combobox.close}
            onChange={(event) => combobox.type(event.target.value)}
            onKeyDown={combobox.onKeyDown}
          />
          {isOpen && shown.length > 0 && (
            <ChoiceList
              id={listId}
              label={field.label}
              value={value}
              {...{ shown, active }}
              onChoose={combobox.choose}
            />
          )}
          {isOpen && shown.length === 0 && (
            <p className="combobox__list combobox__none">{t('combobox.none')}</p>
          )}
          <span className="visually-hidden" role="status">
            {isOpen && text !== '' && t('combobox.found', { count: shown.length })}
          </span>
        </div>
      )}
    </FieldFrame>
  )
}

interface ChoiceListProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly shown: readonly ComboboxChoice[]
  readonly active: number
  readonly onChoose: (choice: ComboboxChoice) => void
}

function ChoiceList({ id, label, value, shown, active, onChoose }: ChoiceListProps) {
  const activeItem = useRef<HTMLDivElement>(null)
  useEffect(() => {
    activeItem.current?.scrollIntoView?.({ block: 'nearest' })
  }, [active])
  const groups = [...new Set(shown.map(({ group }) => group))]
  const numbered = shown.map((choice, place) => ({ choice, place }))
  return (
    // the field keeps the focus, so that leaving it closes the list
    <div
      className="combobox__list"
      role="listbox"
      id={id}
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map((group, at) => (
        <div
          key={group ?? ''}
          role="group"
          aria-labelledby={group === undefined ? undefined : `${id}-group-${at}`}
        >
          {group !== undefined && (
            <div className="combobox__group" id={`${id}-group-${at}`}>
              {group}
            </div>
          )}
          {numbered
            .filter(({ choice }) => choice.group === group)
            .map(({ choice, place }) => (
              <div
                key={choice.value}
                ref={place === active ? activeItem : undefined}
                className="combobox__choice"
                id={`${id}-${place}`}
                role="option"
                aria-selected={place === active}
                data-chosen={choice.value === value || undefined}
                onClick={() => onChoose(choice)}
              >
                {choice.label}
                {choice.hint && <span className="combobox__hint">{choice.hint}</span>}
              </div>
            ))}
        </div>
      ))}
    </div>
  )
}
