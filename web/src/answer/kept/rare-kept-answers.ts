import { rare } from '../rare.tsx'

/** Fetched where answers could not be sent any more. */
export const KeptAnswers = rare(async () => (await import('./KeptAnswers.tsx')).KeptAnswers)
