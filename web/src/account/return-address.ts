/**
 * The page to go to after signing in. Only a path of this workspace: an address that leads elsewhere
 * (`//evil`, `/\evil`, `https:…`) becomes the start page.
 */
export function returnAddress(wanted: string | null): string {
  if (wanted === null || !/^\/(?![/\\])/.test(wanted)) return '/'
  return wanted.startsWith('/logowanie') || wanted.startsWith('/pierwsze-uruchomienie') ? '/' : wanted
}
