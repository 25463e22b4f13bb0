import { allCodes, changeCodebook, type TypedCode } from '@rozeznanie/core/coding'
import { InvalidInputError } from '@rozeznanie/core/errors'
import type { Context } from '../context.ts'
import { openCoding, type OpenCoding } from './coding.access.ts'
import { saveCodebook } from './change.store.ts'
import { countUses, findCodebook } from './coding.store.ts'

/** A codebook as somebody wants it, made from the state `revision`. */
export interface WantedCodebook {
  readonly surveyId: string
  readonly questionKey: string
  readonly revision: number
  readonly codes: readonly TypedCode[]
  /** What answers coded by codes that are gone get instead; without `to` they are coded again. */
  readonly moves: readonly { readonly from: string; readonly to: string | null }[]
  /** 0 to 1 */
  readonly doubleShare: number
}

const refuse = (path: string, message: string) => new InvalidInputError([{ path, message }])

function checkShare(share: number): number {
  if (Number.isFinite(share) && share >= 0 && share <= 1) return share
  throw refuse('doubleShare', 'Część odpowiedzi dla dwóch osób musi być liczbą od 0 do 100%.')
}

/**
 * Changes the codes of a question. Codes in use may only go with a word on what becomes of their answers.
 *
 * @returns `null` when the viewer organises no survey with such a question
 * @throws InvalidInputError for wrong codes, codes dropped in use, or when somebody else changed the book meanwhile
 */
export async function changeQuestionCodes(
  context: Context,
  wanted: WantedCodebook,
): Promise<OpenCoding | null> {
  const opened = await openCoding(context, wanted.surveyId, wanted.questionKey)
  if (opened === null) return null
  const { stored, place } = opened
  const stale =
    'Ktoś w tym czasie zmienił książkę kodów. Proszę odświeżyć stronę i wprowadzić zmiany ponownie.'
  if (stored.revision !== wanted.revision) throw refuse('revision', stale)
  const codebook = changeCodebook(stored.codebook, wanted.codes)
  const left = new Set(allCodes(codebook).map(({ id }) => id))
  const gone = stored.codebook.codes.filter(({ id }) => !left.has(id))
  const moves = Object.fromEntries(wanted.moves.map(({ from, to }) => [from, to]))
  const uses = await countUses(context.db, place)
  for (const { id, label } of gone) {
    const isTold = Object.hasOwn(moves, id)
    if (!isTold && (uses.get(id) ?? 0) > 0) {
      const message = `Kod „${label}” mają już odpowiedzi (${uses.get(id)}). Proszę wskazać, z którym kodem go połączyć, albo że mają wrócić do kodowania.`
      throw refuse('moves', message)
    }
    const to = moves[id]
    if (to != null && !left.has(to))
      throw refuse('moves', `Kod „${label}” można połączyć tylko z kodem, który zostaje w książce.`)
  }
  const wasSaved = await saveCodebook(context.db, {
    name: { surveyId: wanted.surveyId, questionKey: wanted.questionKey },
    place,
    revision: stored.revision,
    next: { codebook, doubleShare: checkShare(wanted.doubleShare) },
    moves: Object.fromEntries(gone.map(({ id }) => [id, moves[id] ?? null])),
    viewer: opened.viewer,
    at: context.now(),
  })
  if (!wasSaved) throw refuse('revision', stale)
  return { ...opened, stored: await findCodebook(context.db, wanted) }
}
