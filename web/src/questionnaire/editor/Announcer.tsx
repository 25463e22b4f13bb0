import { useDesk } from './use-editor.ts'

/** Says aloud what an action did. The element is always there; the key makes the same words heard twice. */
export function Announcer() {
  const { text, number } = useDesk(({ announcement }) => announcement)
  return (
    <div className="visually-hidden" role="status" data-announcer="">
      <span key={number}>{text}</span>
    </div>
  )
}
