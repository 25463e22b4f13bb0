/** Small letters without marks: „Ósma Łódź” becomes „osma lodz”. */
export function plainText(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
}

/** Does the text hold every word that was typed, whatever the order, case and marks? */
export function hasWords(text: string, typed: string): boolean {
  const plain = plainText(text)
  return plainText(typed)
    .split(/\s+/)
    .every((word) => plain.includes(word))
}
