import './blocks.css'

interface SkeletonProps {
  readonly lines?: number
}

/** Grey lines where text will stand; says nothing to a screen reader. */
export function Skeleton({ lines = 6 }: SkeletonProps) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  )
}
