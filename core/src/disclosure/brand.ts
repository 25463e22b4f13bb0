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
