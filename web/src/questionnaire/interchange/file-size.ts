import { formatDecimal, formatCount } from '../../i18n/format.ts'

const KILOBYTE = 1024

/** „12 kB”, „1,4 MB”. */
export function formatSize(bytes: number): string {
  if (bytes < KILOBYTE * KILOBYTE) return `${formatCount(Math.max(1, Math.round(bytes / KILOBYTE)))} kB`
  return `${formatDecimal(bytes / KILOBYTE / KILOBYTE)} MB`
}
