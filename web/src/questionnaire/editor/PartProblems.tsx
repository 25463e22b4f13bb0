import { Icon } from '../../ui/Icon.tsx'
import type { Target } from './editor-desk.ts'
import { NONE, problemsOf } from './problems-of.ts'
import { useEditor, useOfDraft } from './use-editor.ts'

interface PartProblemsProps {
  readonly target: Target
  /** Parts that have their problems told elsewhere. */
  readonly except?: readonly string[]
  /** Only the problems of these parts. */
  readonly only?: readonly string[]
}

/** What is wrong, right beside the fields it is about. */
export function PartProblems({ target, only, except }: PartProblemsProps) {
  const { t } = useEditor()
  const problems = useOfDraft(({ inspection }) =>
    inspection ? problemsOf(inspection.problems, target) : NONE,
  )
  const own = problems.filter(
    ({ part }) => (only === undefined || only.includes(part)) && !except?.includes(part),
  )
  if (own.length === 0) return null
  return (
    <ul className="part-problems">
      {own.map(({ gravity, message }) => (
        <li key={message} className={`part-problem part-problem--${gravity}`}>
          <Icon name={gravity === 'hint' ? 'info' : 'warning'} label={t(`problems.${gravity}.one`)} />
          {message}
        </li>
      ))}
    </ul>
  )
}
