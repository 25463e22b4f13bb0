import type { ViewRequest, WeightChoice } from '@rozeznanie/core/analysis'
import type { ViewRequestInput } from '../../gql/graphql.ts'

/** A request as the server takes it. */
export function requestInput(request: ViewRequest): ViewRequestInput {
  const { rowKeys, columnKey, filter, weights, percentOf, chart, answerCode } = request
  return {
    rowKeys: [...rowKeys],
    columnKey,
    filter: filter.map(({ dimension, codes }) => ({ dimension, codes: [...codes] })),
    weightVersion: typeof weights === 'number' ? weights : null,
    isUnweighted: weights === 'NONE',
    percentOf,
    chart,
    answerCode,
  }
}

interface GivenRequest extends Omit<ViewRequest, 'weights' | 'columnKey' | 'chart' | 'answerCode'> {
  readonly columnKey?: string | null
  readonly chart?: ViewRequest['chart']
  readonly answerCode?: string | null
  readonly weightVersion?: number | null
  readonly isUnweighted: boolean
}

/** A request as the server gives it. */
export function requestGiven(given: GivenRequest): ViewRequest {
  const { rowKeys, columnKey, filter, percentOf, chart, answerCode, weightVersion, isUnweighted } = given
  const weights: WeightChoice = isUnweighted ? 'NONE' : (weightVersion ?? 'USUAL')
  return {
    rowKeys,
    columnKey: columnKey ?? null,
    filter,
    weights,
    percentOf,
    chart: chart ?? null,
    answerCode: answerCode ?? null,
  }
}
