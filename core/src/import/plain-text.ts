/**
 * The text without what people vary: case, accents, quotation marks, punctuation and repeated spaces.
 * „Zdecydowanie  TAK.” and „zdecydowanie tak” become the same.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+%-]+/gu, ' ')
    .trim()
}

/** The same without an explanation in brackets: „teleopieka (opaska)” becomes „teleopieka”. */
export function plainTextWithoutBrackets(text: string): string {
  return plainText(text.replace(/\([^)]*\)/g, ' '))
}
