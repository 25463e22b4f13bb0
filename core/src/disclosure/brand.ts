declare const protectedBrand: unique symbol

/**
 * Something that passed disclosure control, so that it may leave the organisation whose survey it is. Only this room
 * can make one: the brand is not exported, and no raw count, table or text fits where one is asked for.
 */
export type Protected<T> = T & { readonly [protectedBrand]: true }

/** Marks what a function of this room has just protected. It stays inside the room. */
export function asProtected<T>(value: T): Protected<T> {
  return value as Protected<T>
}

/** A number of something that was protected is protected itself. */
export function toldBy<T>(
  whole: Protected<T>,
  read: (whole: T) => number | null | undefined,
): Protected<number> | null {
  const value = read(whole) ?? null
  return value === null ? null : asProtected(value)
}
