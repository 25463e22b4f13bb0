import './blocks.css'

interface StatusTagProps {
  readonly tone: 'positive' | 'attention' | 'primary' | 'neutral'
  readonly children: string
}

/** A state in one or two words; the words say it, the colour only helps. */
export function StatusTag({ tone, children }: StatusTagProps) {
  return <span className={`status-tag status-tag--${tone}`}>{children}</span>
}
