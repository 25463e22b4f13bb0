/** What the preview tells the page around it. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'at'; readonly questionKeys: readonly string[]; readonly language: string }

/** Reads a message of the preview; `null` for any other. */
export function readReport(value: unknown): Report | null {
  if (typeof value !== 'object' || value === null) return null
  const { from, kind, questionKeys, language }: Readonly<Record<string, unknown>> = { ...value }
  if (from !== 'rozeznanie-preview') return null
  if (kind === 'ready') return { kind }
  if (kind !== 'at' || !Array.isArray(questionKeys) || typeof language !== 'string') return null
  return {
    kind,
    questionKeys: questionKeys.filter((key): key is string => typeof key === 'string'),
    language,
  }
}
