import type { Target } from './editor-desk.ts'
import { gravest, NONE, problemsOf } from './problems-of.ts'
import { useEditor, useOfDraft } from './use-editor.ts'

/** How many problems a card has, coloured by the gravest, and said in words. */
export function ProblemBadge({ target }: { readonly target: Target }) {
  const { t } = useEditor()
  const badge = useOfDraft(({ inspection }) => {
    const own = inspection ? problemsOf(inspection.problems, target) : NONE
    return own.length === 0 ? '' : `${gravest(own)}:${own.length}`
  })
  const [gravity = '', count = ''] = badge.split(':')
  if (badge === '') return null
  return (
    <span className={`problem-badge problem-badge--${gravity}`}>
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">, {t('problems.count', { count: Number(count) })}</span>
    </span>
  )
}
