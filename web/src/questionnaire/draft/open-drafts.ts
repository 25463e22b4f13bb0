import type { ApolloClient } from '@apollo/client'
import { apolloGateway } from './draft-gateway.ts'
import { browserShelf } from './draft-shelf.ts'
import { DraftStore } from './draft-store.ts'
import { followWindow } from './follow-window.ts'
import { createInspector } from './inspector.ts'

interface OpenDraft {
  readonly store: DraftStore
  readonly stopFollowing: () => void
  users: number
}

const openDrafts = new WeakMap<ApolloClient, Map<string, OpenDraft>>()

function draftsOf(client: ApolloClient): Map<string, OpenDraft> {
  const drafts = openDrafts.get(client) ?? new Map<string, OpenDraft>()
  openDrafts.set(client, drafts)
  return drafts
}

function start(client: ApolloClient, key: string): OpenDraft {
  const store = new DraftStore(key, {
    gateway: apolloGateway(client),
    shelf: browserShelf,
    createInspector,
    now: () => new Date(),
  })
  void store.open()
  return { store, stopFollowing: followWindow(store), users: 0 }
}

/** Pages of one questionnaire share its draft, so that going from one to another neither loses nor repeats a save. */
export function takeDraft(client: ApolloClient, key: string): DraftStore {
  const drafts = draftsOf(client)
  const draft = drafts.get(key) ?? start(client, key)
  drafts.set(key, draft)
  draft.users += 1
  return draft.store
}

/** The draft as far as some page has it open. */
export function openDraft(client: ApolloClient, key: string): DraftStore | null {
  return draftsOf(client).get(key)?.store ?? null
}

/** The last page that leaves a draft saves it; the next one to come meanwhile goes on with the same draft. */
export async function leaveDraft(client: ApolloClient, key: string): Promise<void> {
  const drafts = draftsOf(client)
  const draft = drafts.get(key)
  if (!draft) return
  draft.users -= 1
  draft.store.keep()
  await draft.store.save()
  if (draft.users > 0 || drafts.get(key) !== draft) return
  drafts.delete(key)
  draft.stopFollowing()
  draft.store.close()
}
