import { parseBinding } from './parse-binding.ts'
import { FILLED_BY, type FilledBy, type Template, type TemplateSection } from './model.ts'
import { TemplateReader } from './template-reader.ts'

const isFilledBy = (word: string): word is FilledBy => FILLED_BY.some((known) => known === word)

function parseSection(reader: TemplateReader): TemplateSection {
  const filledBy = reader.texts('filledBy')
  const unknown = filledBy.find((word) => !isFilledBy(word))
  if (unknown !== undefined) throw reader.fault(`"${unknown}" fills nothing`)
  return {
    code: reader.text('code'),
    title: reader.text('title'),
    filledBy: filledBy.filter(isFilledBy),
    isOptional: reader.flag('isOptional'),
    bindings: reader.children('bindings').map(parseBinding),
    sections: reader.children('sections').map(parseSection),
  }
}

/** All sections of a template in reading order. */
export function listSections(sections: readonly TemplateSection[]): readonly TemplateSection[] {
  return sections.flatMap((section) => [section, ...listSections(section.sections)])
}

/**
 * Read a template from parsed JSON.
 *
 * @throws Error naming the path and the fault; a template is part of the product, so a fault is a defect
 */
export function parseTemplate(json: unknown): Template {
  const reader = new TemplateReader(json, 'template')
  if (reader.text('format') !== 'rozeznanie-template/1') throw reader.fault('unknown format')
  const sections = reader.children('sections').map(parseSection)
  const codes = listSections(sections).map((section) => section.code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice !== undefined) throw reader.fault(`section "${twice}" occurs twice`)
  return {
    format: 'rozeznanie-template/1',
    key: reader.text('key'),
    title: reader.text('title'),
    standing: reader.text('standing'),
    serviceGenitives: reader.textMap('serviceGenitives'),
    sections,
  }
}
