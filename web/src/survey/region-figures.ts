import type { SurveyStatus } from '../gql/graphql.ts'

interface SurveyOfRegion {
  readonly status: SurveyStatus
  readonly municipality: { readonly code: string }
}

/** Surveys that take responses now. */
export function countOpen(surveys: readonly SurveyOfRegion[]): number {
  return surveys.filter(({ status }) => status === 'OPEN').length
}

/** Municipalities with at least one survey. */
export function countMunicipalities(surveys: readonly SurveyOfRegion[]): number {
  return new Set(surveys.map(({ municipality }) => municipality.code)).size
}
