/** The thing with one part set, or without it when the value is `undefined`, `false` or empty. */
export function withPart<Thing extends object, Part extends keyof Thing>(
  thing: Thing,
  part: Part,
  value: Thing[Part] | undefined,
): Thing {
  const isEmpty =
    value === undefined || value === false || value === '' || (Array.isArray(value) && value.length === 0)
  if (!isEmpty) return thing[part] === value ? thing : { ...thing, [part]: value }
  if (!(part in thing)) return thing
  const copy = { ...thing }
  delete copy[part]
  return copy
}
