import {
  hasOptions,
  optionsOf,
  type Option,
  type Question,
  type Questionnaire,
} from '../../questionnaire/index.ts'

/** The lists of an exported form: shared ones by name, and one for each question with options of its own. */
export class ExportLists {
  readonly lists = new Map<string, readonly Option[]>()
  constructor(private readonly questionnaire: Questionnaire) {
    for (const [name, { options }] of Object.entries(questionnaire.lists)) this.lists.set(name, options)
  }

  /** The name of the list that holds just the options of this question. */
  nameFor(question: Question): string {
    if (!hasOptions(question)) return ''
    if (question.list !== undefined && question.only === undefined && !question.type.startsWith('SCALE'))
      return question.list
    const name = `odp_${question.key}`
    this.lists.set(name, optionsOf(this.questionnaire, question))
    return name
  }
}
