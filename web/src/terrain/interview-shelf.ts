import type { Shelf } from '../answer/draft.ts'
import type { DraftSaver } from './draft-saver.ts'

const DRAFT = 'rozeznanie:ankieta:'
const LANGUAGE = 'rozeznanie:jezyk'
/** How the interviewer likes the pages to look, over all interviews of this sitting. */
const taste = new Map<string, string>()

/** The shelf of the answering face, kept in the encrypted storage of the device. */
export function interviewShelf(saver: DraftSaver): Shelf {
  return {
    getItem: (name) => {
      if (name.startsWith(DRAFT)) return saver.latest().draft
      if (name === LANGUAGE) return saver.latest().language ?? null
      return taste.get(name) ?? null
    },
    setItem: (name, value) => {
      if (name.startsWith(DRAFT)) saver.change({ draft: value })
      else if (name === LANGUAGE) saver.change({ language: value })
      else taste.set(name, value)
    },
    removeItem: (name) => {
      if (name === LANGUAGE) saver.change({ language: 'pl' })
      else if (!name.startsWith(DRAFT)) taste.delete(name)
    },
  }
}
