import { type ReactNode, useState } from 'react'

interface FoldProps {
  readonly title: string
  /** What is set inside, in a few words, to be seen while it is folded. */
  readonly note?: string
  /** Of the summary, where something leads to what is folded. */
  readonly id?: string
  readonly children: ReactNode
}

/** A part of a card that is seldom needed; what is inside is made when it is first unfolded. */
export function Fold({ title, note, id, children }: FoldProps) {
  const [wasOpen, setWasOpen] = useState(false)
  return (
    <details className="fold" onToggle={({ currentTarget }) => currentTarget.open && setWasOpen(true)}>
      <summary id={id}>
        <span className="fold__title">{title}</span>
        {note && <span className="fold__note">{note}</span>}
      </summary>
      {wasOpen && <div className="fold__body">{children}</div>}
    </details>
  )
}
