import type { ReactNode } from 'react'
import type { Target } from './editor-desk.ts'
import { cardHeadId } from './element-ids.ts'
import { EditorIcon } from './EditorIcon.tsx'
import { ProblemBadge } from './ProblemBadge.tsx'
import { useEditor } from './use-editor.ts'

interface CardHeadProps {
  readonly target: Target
  readonly isOpen: boolean
  readonly level: 3 | 4
  readonly picture?: ReactNode
  readonly children: ReactNode
  /** Small words under the title. */
  readonly marks?: ReactNode
}

/** The title of a card: a button that opens and closes it. */
export function CardHead({ target, isOpen, level, picture, children, marks }: CardHeadProps) {
  const { desk } = useEditor()
  const Heading = `h${level}` as const
  return (
    <div className="card-head">
      {picture}
      <div className="card-head__words">
        <Heading>
          <button
            type="button"
            id={cardHeadId(target)}
            className="card-head__button"
            aria-expanded={isOpen}
            onClick={() => desk.open(isOpen ? null : target)}
          >
            {children}
          </button>
        </Heading>
        {marks && <div className="card-head__marks">{marks}</div>}
      </div>
      <ProblemBadge target={target} />
      <EditorIcon name="open" />
    </div>
  )
}
