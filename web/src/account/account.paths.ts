/** The sign-in page, keeping the address to return to. */
export function signInPath(returnTo: string): string {
  return returnTo === '/'
    ? '/logowanie'
    : `/logowanie?${new URLSearchParams({ powrot: returnTo }).toString()}`
}

export const ACCOUNTS_PATH = '/konta'
