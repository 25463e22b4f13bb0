import type { Protected } from '../disclosure/index.ts'

/** A number as if it had passed disclosure control, for tests of what prints numbers. */
export const shown = (value: number): Protected<number> => value as Protected<number>
