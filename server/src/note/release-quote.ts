import type { QuoteRelease } from '@rozeznanie/core/note'
import type { Context } from '../context.ts'
import { noteFor } from './note.access.ts'
import { deleteQuoteRelease, type QuoteDoing, saveQuoteRelease } from './quote.store.ts'

interface QuoteName {
  readonly noteId: string
  readonly number: number
}

async function doingOf(context: Context, name: QuoteName): Promise<QuoteDoing | null> {
  const note = await noteFor(context, name.noteId, 'release')
  return note && context.viewer ? { ...name, viewer: context.viewer, at: context.now() } : null
}

/**
 * Lets a quote into the report as an organiser masked it. Refusals: see `checkRelease` in core.
 *
 * @returns false when the viewer organises no note with such a quote
 */
export async function releaseQuote(
  context: Context,
  name: QuoteName,
  release: QuoteRelease,
): Promise<boolean> {
  const doing = await doingOf(context, name)
  return doing !== null && saveQuoteRelease(context.db, doing, release)
}

/** Takes a quote out of the report again. @returns as `releaseQuote` */
export async function withdrawQuote(context: Context, name: QuoteName): Promise<boolean> {
  const doing = await doingOf(context, name)
  return doing !== null && deleteQuoteRelease(context.db, doing)
}
