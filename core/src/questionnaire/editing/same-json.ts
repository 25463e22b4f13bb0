const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object that is no list. */
export const isPlain = isObject

/** The same JSON: the order of fields tells nothing, and a field that is `undefined` is not there. */
export function isSameJson(one: unknown, other: unknown, without: readonly string[] = []): boolean {
  if (one === other) return true
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSameJson(item, other[index]))
    )
  if (!isObject(one) || !isObject(other)) return false
  const fields = (object: Readonly<Record<string, unknown>>) =>
    Object.keys(object).filter((name) => object[name] !== undefined && !without.includes(name))
  const names = fields(one)
  return (
    names.length === fields(other).length &&
    names.every((name) => isSameJson(one[name], ownField(other, name)))
  )
}

function ownField(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}
