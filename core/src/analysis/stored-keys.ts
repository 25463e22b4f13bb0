import type { Pool } from './pool.ts'

/** Under which key the answers of one version are stored. */
export interface StoredKey {
  readonly versionId: string
  readonly key: string
}

/** A question's key and what follows it: `road` and `.inne` of `road.inne`. */
function split(key: string): readonly [string, string] {
  const dot = key.indexOf('.')
  return dot < 0 ? [key, ''] : [key.slice(0, dot), key.slice(dot)]
}

/** Where the answers to a question of pooled results, or the texts beside its options, are stored; none: nowhere. */
export function storedKeysOf({ series }: Pool, key: string): readonly StoredKey[] {
  const [own, rest] = split(key)
  return (series.get(own)?.parts ?? []).map((part) => ({ versionId: part.version.id, key: part.key + rest }))
}

/** The question of pooled results to which a stored answer belongs; `null` when the version has no such question. */
export function pooledKeyOf({ series }: Pool, { versionId, key }: StoredKey): string | null {
  const [own, rest] = split(key)
  for (const [name, { parts }] of series)
    if (parts.some((part) => part.version.id === versionId && part.key === own)) return name + rest
  return null
}
