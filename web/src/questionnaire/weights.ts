import type { ChangeWeight } from '../gql/graphql.ts'

/** The gravest first. */
export const WEIGHTS: readonly ChangeWeight[] = ['BREAKING', 'CAREFUL', 'HARMLESS']

export const TONE_OF_WEIGHT = {
  BREAKING: 'attention',
  CAREFUL: 'primary',
  HARMLESS: 'positive',
} as const satisfies Record<ChangeWeight, string>
