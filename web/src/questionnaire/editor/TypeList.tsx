import type { QuestionType } from '@rozeznanie/core/questionnaire'
import { TYPE_GROUPS } from './question-types.ts'
import { TypeIcon } from './TypeIcon.tsx'
import { useEditor } from './use-editor.ts'

interface TypeListProps {
  readonly current?: QuestionType
  readonly onChoose: (type: QuestionType) => void
}

/** All types of questions with a plain name and a small example, each a button. */
export function TypeList({ current, onChoose }: TypeListProps) {
  const { t } = useEditor()
  return (
    <div className="type-groups">
      {TYPE_GROUPS.map(({ group, types }) => (
        <section key={group} aria-labelledby={`types-${group}`}>
          <h3 id={`types-${group}`} className="type-groups__title">
            {t(`typeGroup.${group}`)}
          </h3>
          <ul className="type-list">
            {types.map((type) => (
              <li key={type}>
                <button
                  type="button"
                  className="type-choice"
                  aria-current={type === current || undefined}
                  onClick={() => onChoose(type)}
                >
                  <TypeIcon type={type} />
                  <span className="type-choice__name">{t(`type.${type}.name`)}</span>
                  <span className="type-choice__example">{t(`type.${type}.example`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
