/** An expression has no equal in the other language; the message says why, as the rest of a Polish sentence. */
export class Untranslatable extends Error {
  override readonly name = 'Untranslatable'
}

/** What `read` gives, or why it cannot be translated. */
export function attempt<Result>(
  read: () => Result,
):
  | { readonly result: Result; readonly why?: undefined }
  | { readonly result?: undefined; readonly why: string } {
  try {
    return { result: read() }
  } catch (error) {
    if (error instanceof Untranslatable) return { why: error.message }
    throw error
  }
}
