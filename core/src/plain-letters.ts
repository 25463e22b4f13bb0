/** A text in small letters without Polish and other marks: „Łóżko” → „lozko”. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}
