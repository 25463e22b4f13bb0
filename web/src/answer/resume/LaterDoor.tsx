import { useEffect, useState } from 'preact/hooks'
import { Heading } from '../Frame.tsx'
import type { Looks } from '../look/use-look.ts'
import { texts } from '../texts.ts'
import type { Answering } from '../use-answering.ts'
import type { Later } from './Later.tsx'

interface LaterDoorProps {
  readonly answering: Answering
  readonly looks: Looks
}

type Fetched = { readonly Later: typeof Later } | 'failed' | null

/** Fetches what only those need who put a form aside or come back to one. */
export function LaterDoor({ answering, looks }: LaterDoorProps) {
  const { surroundings, place } = answering
  const isDrawnHere = surroundings.later !== undefined
  const [fetched, setFetched] = useState<Fetched>(null)
  useEffect(() => {
    if (isDrawnHere) return
    import('./Later.tsx').then(setFetched, () => setFetched('failed'))
  }, [isDrawnHere])
  if (surroundings.later) return <>{surroundings.later(answering, looks)}</>
  if (fetched && fetched !== 'failed') return <fetched.Later answering={answering} looks={looks} />
  return (
    <>
      <Heading>{texts.later[place.kind === 'resume' ? 'resume' : 'park']}</Heading>
      <p role="status">{fetched === 'failed' && texts.sending.failed}</p>
    </>
  )
}
