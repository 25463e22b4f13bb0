import { createContext } from 'react'

const PRODUCT = 'Rozeznanie'

/** What the pages below belong to, for their titles: „Wyniki” of which survey. */
export const PageSubject = createContext<string | null>(null)

/** „Wyniki – Ankieta mieszkańca – Rozeznanie”: the page first, as tabs are cut on the right. */
export function titleOf(page: string, subject: string | null = null): string {
  return [page, ...(subject === null || subject === page ? [] : [subject]), PRODUCT].join(' – ')
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
