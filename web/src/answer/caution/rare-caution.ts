import { rare } from '../rare.tsx'

/** Fetched where somebody has written something of their own. */
export const Caution = rare(async () => (await import('./Caution.tsx')).Caution)
