import type { TemplateSection } from '../diagnosis/index.ts'
import { addedTableBlocks } from './added-table-blocks.ts'
import { bindBlocks } from './bind-blocks.ts'
import type { Report, ReportBlock, ReportSection } from './model.ts'
import { answeredVersions, sourceLine, type ReportInput } from './report-input.ts'

const NOT_ASKED = 'Do uzupełnienia: kwestionariusz tego badania nie zawierał pytań do tego rozdziału.'

/** The tables that the organiser added to this section. */
function addedBlocks(code: string, input: ReportInput): readonly ReportBlock[] {
  const added = (input.addedTables ?? []).filter(({ sectionCode }) => sectionCode === code)
  return added.flatMap((one) => addedTableBlocks(one, sourceLine(input)))
}

function buildSection(section: TemplateSection, input: ReportInput): ReportSection {
  const bound = section.bindings.flatMap((binding) => bindBlocks(binding, input))
  const blocks = [...bound, ...addedBlocks(section.code, input)]
  const isBare = section.bindings.length > 0 && blocks.length === 0 && section.sections.length === 0
  return {
    code: section.code,
    title: section.title,
    blocks: isBare ? [{ kind: 'placeholder', text: NOT_ASKED }] : blocks,
    sections: section.sections.map((child) => buildSection(child, input)),
  }
}

/**
 * The diagnostic part of a plan: the template's sections with what the survey says, and marked places for the rest.
 * Counts of 1 to 4 people, and what would reveal them, are withheld here, so no renderer can print them.
 */
export function buildReport(input: ReportInput): Report {
  const { template, survey, asOf } = input
  return {
    format: 'rozeznanie-report/1',
    templateKey: template.key,
    language: 'pl',
    title: template.title,
    organisationName: survey.organisationName,
    municipalityName: survey.municipalityName,
    municipalityCode: survey.municipalityCode,
    surveyTitle: survey.title,
    asOf,
    isDemo: survey.isDemo,
    versions: answeredVersions(input),
    sections: template.sections.map((section) => buildSection(section, input)),
  }
}
