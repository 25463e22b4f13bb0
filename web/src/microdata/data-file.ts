/** What the person wants in the file. */
export interface FileWish {
  readonly format: 'csv' | 'xlsx' | 'sav'
  readonly values: 'codes' | 'labels'
  readonly withWeights: boolean
  readonly withOpenAnswers: boolean
}

/** A file that the server has ready. */
export interface PreparedFile {
  readonly name: string
  readonly etag: string
  /** SHA-256, base64. */
  readonly digest: string
  readonly size: number
  readonly rowCount: number
}

/** How far the server is with a file. */
export type FileState =
  | ({ readonly isReady: true } & PreparedFile)
  | { readonly isReady: false; readonly doneRows: number; readonly rowCount: number | null }

function query({ format, values, withWeights, withOpenAnswers }: FileWish): string {
  const search = new URLSearchParams()
  if (format !== 'sav' && values === 'labels') search.set('values', 'labels')
  if (!withWeights) search.set('weights', 'no')
  if (withOpenAnswers) search.set('open', 'confirmed')
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

export const dataAddress = (surveyId: string, wish: FileWish): string =>
  `/download/surveys/${surveyId}/data.${wish.format}${query(wish)}`

/** The codebook of the same variables. */
export const codebookAddress = (surveyId: string, wish: FileWish, format: 'xlsx' | 'csv'): string =>
  `/download/surveys/${surveyId}/codebook.${format}${query({ ...wish, values: 'codes' })}`

const PART_BYTES = 4 * 1024 * 1024

/** The next piece of a file of which so much is here, as the header `range` says it. */
export function nextRange(have: number, size: number): string {
  return `bytes=${have}-${Math.min(have + PART_BYTES, size) - 1}`
}

/** Line ends in a piece of a CSV. */
export function lineEnds(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

/** Seconds that are left when a share of the work took so long; `null` before anything can be told. */
export function secondsLeft(share: number, elapsedMs: number): number | null {
  if (share < 0.02 || elapsedMs < 1_500 || share >= 1) return null
  return Math.max(1, Math.round((elapsedMs * (1 - share)) / share / 1000))
}

const MIB = 1024 * 1024

/** „12 kB”, „3,4 MB” */
export function sizeInWords(bytes: number): string {
  if (bytes < MIB) return `${Math.max(1, Math.round(bytes / 1024))} kB`
  const size = bytes / MIB
  return `${size < 10 ? size.toFixed(1).replace('.', ',') : Math.round(size)} MB`
}
