const PRODUCT = 'Rozeznanie'

/** „Ankiety – Rozeznanie”: the page first, as tabs are cut on the right. */
export function titleOf(page: string): string {
  return `${page} – ${PRODUCT}`
}

const ERROR_PREFIX = 'Błąd: '

/** Marks the title of a page whose form was refused, so that a screen reader says it first. */
export function withErrorPrefix(title: string): string {
  return title.startsWith(ERROR_PREFIX) ? title : `${ERROR_PREFIX}${title}`
}

/** Takes the mark away. */
export function withoutErrorPrefix(title: string): string {
  return title.startsWith(ERROR_PREFIX) ? title.slice(ERROR_PREFIX.length) : title
}
