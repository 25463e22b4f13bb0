/**
 * What core uses and browsers from before about 2021 do not have yet. The build changes syntax only,
 * so these few functions are added by hand; everything else in the bundle existed in 2019.
 */
function add<T extends object>(holder: T, name: string, value: unknown): void {
  if (!(name in holder)) Object.defineProperty(holder, name, { value, writable: true, configurable: true })
}

add(Object, 'hasOwn', (holder: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(holder, key))
add(Object, 'fromEntries', (entries: Iterable<readonly [string, unknown]>) => {
  const result: Record<string, unknown> = {}
  for (const [key, value] of entries) result[key] = value
  return result
})
add(Array.prototype, 'flatMap', function flatMap<T, R>(this: T[], turn: (item: T, index: number) => R | R[]) {
  return this.reduce<R[]>((all, item, index) => all.concat(turn(item, index)), [])
})
add(Array.prototype, 'at', function at<T>(this: T[], index: number) {
  return this[index < 0 ? this.length + index : index]
})
