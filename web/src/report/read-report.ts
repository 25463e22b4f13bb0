import type { Report } from '@rozeznanie/core/report'

const BLOCKS = ['paragraph', 'table', 'chart', 'quotes', 'placeholder']

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isBlock(value: unknown): boolean {
  return isRecord(value) && typeof value.kind === 'string' && BLOCKS.includes(value.kind)
}

function isSection(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.code === 'string' &&
    typeof value.title === 'string' &&
    Array.isArray(value.blocks) &&
    value.blocks.every(isBlock) &&
    Array.isArray(value.sections) &&
    value.sections.every(isSection)
  )
}

function isReport(value: unknown): value is Report {
  return (
    isRecord(value) &&
    value.format === 'rozeznanie-report/1' &&
    typeof value.title === 'string' &&
    Array.isArray(value.sections) &&
    value.sections.every(isSection)
  )
}

/** The report as the server sends it; `null` when it is of a format this page does not know. */
export function readReport(value: unknown): Report | null {
  return isReport(value) ? value : null
}
