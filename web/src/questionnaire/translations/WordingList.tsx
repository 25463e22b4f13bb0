import type { Questionnaire, Wording } from '@rozeznanie/core/questionnaire'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { groupWordings } from './group-wordings.ts'
import { WordingRow } from './WordingRow.tsx'

interface WordingListProps {
  readonly title: string
  readonly questionnaire: Questionnaire
  readonly language: string
  readonly wordings: readonly Wording[]
  readonly fixed: ReadonlySet<string>
  readonly onChange: (path: string, text: string) => void
}

const AT_ONCE = 80

/** Texts by place, a few dozen at a time. */
export function WordingList({ title, questionnaire, language, wordings, fixed, onChange }: WordingListProps) {
  const { t } = useTranslation('translations')
  const id = useId()
  const [most, setMost] = useState(AT_ONCE)
  if (wordings.length === 0) return null
  const rest = wordings.length - most
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="muted">({wordings.length})</span>
      </h2>
      {groupWordings(questionnaire, wordings.slice(0, most), t).map((group) => (
        <div key={group.id} className="wording-group">
          <h3>{group.title}</h3>
          {group.wordings.map((wording) => (
            <WordingRow
              key={wording.path}
              {...{ wording, language, onChange }}
              isFixed={fixed.has(wording.path)}
            />
          ))}
        </div>
      ))}
      {rest > 0 && (
        <div className="row">
          <Button look="secondary" onClick={() => setMost(most + AT_ONCE)}>
            {t('more', { count: Math.min(rest, AT_ONCE) })}
          </Button>
        </div>
      )}
    </section>
  )
}
