import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import type { Grid } from './grid.ts'
import { type Pointed, readingOf } from './reading.ts'

interface ReadingStripProps {
  readonly grid: Grid
  readonly pointed: Pointed | null
}

/** One place where whatever is pointed at, focused or tapped is said in plain sentences. */
export function ReadingStrip({ grid, pointed }: ReadingStripProps) {
  const { t } = useTranslation('workbench')
  const sentences = readingOf(grid, pointed, (key, values) => String(t(key as never, values as never)))
  return (
    <div className={pointed === null ? 'reading no-print' : 'reading reading--on no-print'} role="status">
      <Icon name="info" />
      <p>{sentences.join(' ')}</p>
    </div>
  )
}
