import { h, type ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

type Part<Props extends object> = (props: Props) => ComponentChildren

/** A part of the page that few people need: nothing until it is fetched. */
interface RarePart<Props extends object> extends Part<Props> {
  /** Puts it in its place, where pages are drawn at one go and nothing can be fetched. */
  put(part: Part<Props>): void
}

const AGAIN_MS = 5_000

/** A part that is fetched when it is drawn for the first time, and again while it does not come. */
export function rare<Props extends object>(fetchPart: () => Promise<Part<Props>>): RarePart<Props> {
  let part: Part<Props> | null = null
  function Rare(props: Props) {
    const [, setHere] = useState(part !== null)
    useEffect(() => {
      if (part) return undefined
      let timer: ReturnType<typeof setTimeout> | undefined
      const come = () => {
        fetchPart().then(
          (fetched) => {
            part = fetched
            setHere(true)
          },
          () => (timer = setTimeout(come, AGAIN_MS)),
        )
      }
      come()
      return () => clearTimeout(timer)
    }, [])
    return part && h(part as never, props)
  }
  return Object.assign(Rare, { put: (here: Part<Props>) => void (part = here) })
}
