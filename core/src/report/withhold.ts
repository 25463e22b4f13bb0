import { SMALLEST_BASE } from '../disclosure/index.ts'

/** Below this many people a result is not shown at all. */
export const MINIMUM_BASE = SMALLEST_BASE
/** Below this many people a result is shown with a warning. */
export const CAUTION_BASE = 30
