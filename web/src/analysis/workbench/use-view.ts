import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { ViewRequest } from '@rozeznanie/core/analysis'
import { isSavedAlone, requestOf, savedIdOf, withRequest } from './view-state.ts'

export interface KeptView {
  readonly id: string
  readonly name: string
  readonly request: ViewRequest
}

export interface View {
  readonly search: URLSearchParams
  readonly request: ViewRequest
  /** The kept view that is looked at, perhaps changed since. */
  readonly kept: KeptView | null
  readonly isChanged: boolean
  readonly change: (change: Partial<ViewRequest>) => void
  /** Goes to another address of the page; the browser's „back” returns. */
  readonly go: (search: URLSearchParams) => void
}

/** What is looked at, by the address alone: every change is a step that „back” takes back. */
export function useView(views: readonly KeptView[]): View {
  const [search, setSearch] = useSearchParams()
  const address = search.toString()
  const kept = views.find(({ id }) => id === savedIdOf(search)) ?? null
  const request = useMemo(() => {
    const params = new URLSearchParams(address)
    return isSavedAlone(params) && kept ? kept.request : requestOf(params)
  }, [address, kept])
  const go = (next: URLSearchParams) => setSearch(next, { preventScrollReset: true })
  const change = (part: Partial<ViewRequest>) => go(withRequest(search, { ...request, ...part }))
  return { search, request, kept, isChanged: kept !== null && !isSavedAlone(search), change, go }
}
