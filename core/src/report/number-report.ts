import type { ChartBlock, Report, ReportBlock, ReportSection, TableBlock } from './model.ts'

/** A table with its number and place. */
export interface NumberedTable {
  readonly number: number
  /** „Tabela nr 1.” */
  readonly label: string
  readonly sectionCode: string
  readonly table: TableBlock
}

/** A chart with its number and place. */
export interface NumberedChart {
  readonly number: number
  /** „Wykres nr 1.” */
  readonly label: string
  readonly sectionCode: string
  readonly chart: ChartBlock
}

export interface ReportNumbers {
  readonly tables: readonly NumberedTable[]
  readonly charts: readonly NumberedChart[]
}

interface PlacedBlock {
  readonly sectionCode: string
  readonly block: ReportBlock
}

function placedBlocks(sections: readonly ReportSection[]): readonly PlacedBlock[] {
  return sections.flatMap((section) => [
    ...section.blocks.map((block) => ({ sectionCode: section.code, block })),
    ...placedBlocks(section.sections),
  ])
}

/** Number the tables and the charts of a report, each kind on its own, in reading order from 1. */
export function numberReport(report: Report): ReportNumbers {
  const tables: NumberedTable[] = []
  const charts: NumberedChart[] = []
  for (const { sectionCode, block } of placedBlocks(report.sections)) {
    if (block.kind === 'table') {
      const number = tables.length + 1
      tables.push({ number, label: `Tabela nr ${number}.`, sectionCode, table: block })
    }
    if (block.kind === 'chart') {
      const number = charts.length + 1
      charts.push({ number, label: `Wykres nr ${number}.`, sectionCode, chart: block })
    }
  }
  return { tables, charts }
}
