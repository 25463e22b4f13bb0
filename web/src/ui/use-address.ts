import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'

/**
 * The query of the address as the person has just chosen it. The router changes the address a moment later;
 * without this a ticked box would jump back until then. Changes replace the address and leave the page where it is.
 */
export function useAddress(): readonly [URLSearchParams, (next: URLSearchParams) => void] {
  const [search, setSearch] = useSearchParams()
  const address = search.toString()
  const [wished, setWished] = useState(address)
  const [seen, setSeen] = useState(address)
  if (seen !== address) {
    setSeen(address)
    setWished(address)
  }
  const change = (next: URLSearchParams) => {
    setWished(next.toString())
    setSearch(next, { replace: true, preventScrollReset: true })
  }
  return [useMemo(() => new URLSearchParams(wished), [wished]), change]
}
