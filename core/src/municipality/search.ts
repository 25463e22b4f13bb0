const PLAIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'l' }

/** Text for comparing what a person types with a name: lower case, no diacritics, single spaces. */
export function searchable(text: string): string {
  return text
    .replace(/[łŁ]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ')
    .trim()
}

/** Does the name hold what was typed, or the code begin with it? An empty search finds everything. */
export function isFound(
  { code, name }: { readonly code: string; readonly name: string },
  search: string,
): boolean {
  const wanted = searchable(search)
  return searchable(name).includes(wanted) || code.startsWith(wanted)
}
