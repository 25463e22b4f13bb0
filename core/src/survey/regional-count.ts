const FEWEST_SHOWN = 10

/**
 * How many responses a survey has, as the region may know it: rounded to 5, so that nobody reads single
 * responses out of two looks at it; `null` below 10.
 */
export function regionalCount(responseCount: number): number | null {
  return responseCount < FEWEST_SHOWN ? null : Math.round(responseCount / 5) * 5
}
