import { asProtected, type Protected } from './brand.ts'
import { SMALLEST_BASE } from './rules.ts'

/** The people of one municipality behind a number of the region. */
export interface RegionPart {
  readonly peopleCount: number
  /** Nothing of the municipality is shown under this filter. */
  readonly isHidden: boolean
}

/** Whether a number of the whole region may be told, and of how many municipalities. */
export interface RegionFigure {
  readonly isShown: boolean
  /** „40 z 40 gmin”: those whose own numbers are shown. */
  readonly coverage: string
}

/**
 * Whether the region's number may stand beside those of its municipalities: only when it cannot give away one that is
 * hidden, because none is, or at least two with together ten people.
 */
export function regionFigure(parts: readonly RegionPart[]): Protected<RegionFigure> {
  const hidden = parts.filter(({ isHidden, peopleCount }) => isHidden && peopleCount > 0)
  const people = hidden.reduce((sum, { peopleCount }) => sum + peopleCount, 0)
  const shownCount = parts.filter(({ isHidden }) => !isHidden).length
  return asProtected({
    isShown: hidden.length === 0 || (hidden.length >= 2 && people >= SMALLEST_BASE),
    coverage: `${shownCount} z ${parts.length} gmin`,
  })
}
