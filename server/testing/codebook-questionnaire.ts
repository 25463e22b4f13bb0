import type { Option, Question, Questionnaire } from '@rozeznanie/core/questionnaire'

/** A column of a codebook: `name`, what it asks, and its codes (`1=tak|2=nie`); without codes it is a number. */
export interface CodebookColumn {
  readonly name: string
  readonly wording: string
  readonly codes: string
}

function optionsOf(codes: string): readonly Option[] {
  return codes.split('|').map((pair) => {
    const [code = '', ...label] = pair.split('=')
    return { code, label: label.join('=') }
  })
}

const questionOf = ({ name, wording, codes }: CodebookColumn): Question =>
  codes === ''
    ? { key: name, type: 'NUMBER', text: wording, decimals: 6 }
    : { key: name, type: 'SINGLE', text: wording, options: optionsOf(codes) }

/** The questionnaire that a data file's codebook describes. */
export function questionnaireFromCodebook(title: string, columns: readonly CodebookColumn[]): Questionnaire {
  return {
    format: 'rozeznanie-questionnaire/1',
    key: 'CODEBOOK',
    title,
    description: title,
    audience: 'RESIDENT',
    language: 'pl',
    estimatedMinutes: 20,
    intro: ['Badanie.'],
    thanks: ['Dziękujemy.'],
    lists: {},
    sections: [{ key: 'all', title, questions: columns.map(questionOf) }],
  }
}
