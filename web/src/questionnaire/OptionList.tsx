import { useTranslation } from 'react-i18next'
import { Disclosure } from '../ui/Disclosure.tsx'

interface OptionListProps {
  readonly title: string
  readonly items: readonly {
    readonly key: string
    readonly label: string
    readonly notes: readonly string[]
  }[]
}

const SHORT_LIST = 7

/** A short list stands open; a long one is folded, so that the eye finds the next question. */
export function OptionList({ title, items }: OptionListProps) {
  const { t } = useTranslation('questionnaire')
  const list = (
    <ul className="option-list">
      {items.map(({ key, label, notes }) => (
        <li key={key}>
          {label}
          {notes.length > 0 && <span className="muted"> ({notes.join(', ')})</span>}
        </li>
      ))}
    </ul>
  )
  if (items.length > SHORT_LIST) {
    return (
      <Disclosure summary={`${title}: ${t('preview.showOptions', { count: items.length }).toLowerCase()}`}>
        {list}
      </Disclosure>
    )
  }
  return (
    <div>
      <p className="option-list__title">{title}</p>
      {list}
    </div>
  )
}
