import {
  everyQuestion, hasOptions, isMatrix, optionsOf, parseExpression, rowsOf, scaleEnds,
  type Expression,
  type NumberQuestion,
  type TextQuestion,
  type YearQuestion, type Option, type Question, type Questionnaire, type QuestionText,
} from '../../questionnaire/index.ts' // prettier-ignore
import { theAnswer } from '../build.ts'
import { replaced } from '../fold.ts'
import { isJson, type Json } from '../json.ts'
import { fieldWords, headline } from '../field-words.ts'
import { Ledger } from '../ledger.ts'
import type { ExportedSurveyJs, FormPlace } from '../model.ts'
import { attempt, Untranslatable } from '../xpath/untranslatable.ts'
import { surveyJsExpression } from './write-expression.ts'

type Written = Record<string, unknown>

/** Polish and other wordings as SurveyJS keeps them. */
function localized(text: string, others: Readonly<Record<string, string | undefined>>): unknown {
  const filled = Object.entries(others).filter(([, translated]) => translated !== undefined)
  return filled.length === 0 ? text : { default: text, pl: text, ...Object.fromEntries(filled) }
}

function wordings<Field extends string>(
  translations: Readonly<Record<string, { readonly [Name in Field]?: string }>> | undefined,
  field: Field,
) {
  return Object.fromEntries(
    Object.entries(translations ?? {}).map(([language, texts]) => [language, texts[field]] as const),
  )
}

function typedIn(question: NumberQuestion | YearQuestion | TextQuestion): Written {
  if (question.type !== 'NUMBER' && question.type !== 'DATE_YEAR')
    return { type: question.type === 'TEXT_LONG' ? 'comment' : 'text', maxLength: question.maxLength }
  const { min, max } = question
  const step = question.type === 'NUMBER' && question.decimals ? 10 ** -question.decimals : undefined
  return { type: 'text', inputType: 'number', min, max, step }
}

class Writer {
  readonly ledger = new Ledger()
  private count = 0
  private readonly rosters: ReadonlySet<string>
  constructor(private readonly questionnaire: Questionnaire) {
    this.rosters = new Set(
      everyQuestion(questionnaire).flatMap(({ key, type }) => (type === 'ROSTER' ? [key] : [])),
    )
  }

  expression(
    place: FormPlace,
    column: string,
    text: string | undefined,
    own?: string,
    inner: ReadonlySet<string> = new Set(),
  ): Written {
    if (text === undefined) return {}
    const { result, why } = attempt(() => {
      const { expression } = parseExpression(text)
      if (expression === undefined) throw new Untranslatable('reguły nie da się odczytać.')
      const told = replaced(expression, (part): Expression | undefined =>
        part.kind === 'this' && own !== undefined ? theAnswer(own, part.member) : undefined,
      )
      return surveyJsExpression(told, this.rosters).replace(/\{([A-Za-z0-9_]+)/g, (whole, key: string) =>
        inner.has(key) ? `{panel.${key}` : whole,
      )
    })
    if (result !== undefined) return { [column]: result }
    this.ledger.dropped({ ...place, column }, `Reguły „${text}” SurveyJS nie zobaczy: ${why}`)
    return {}
  }

  private choices(options: readonly Option[]): readonly Json[] {
    return options.map(({ code, label, translations }) => ({
      value: code,
      text: localized(label, wordings(translations, 'label')),
    }))
  }

  private optional(place: FormPlace, question: Question, inner: ReadonlySet<string>): Written {
    if (!hasOptions(question)) return {}
    const options = optionsOf(this.questionnaire, question)
    const other = options.filter(({ allowsText }) => allowsText)
    if (other.length > 0)
      this.ledger.approximated(
        place,
        `„${headline(question.text)}”: pole „inne, jakie?” to w SurveyJS osobny komentarz pod pytaniem.`,
      )
    if (options.some(({ exclusive }) => exclusive))
      this.ledger.approximated(
        place,
        `„${headline(question.text)}”: odpowiedzi wykluczającej inne SurveyJS nie pilnuje.`,
      )
    return {
      choices: this.choices(options),
      ...(other.length > 0 && { showCommentArea: true }),
      ...this.expression(place, 'choicesVisibleIf', question.optionFilter, undefined, inner),
    }
  }

  private kind(place: FormPlace, question: Question, inner: ReadonlySet<string>): Written {
    switch (question.type) {
      case 'SINGLE':
        return { type: 'radiogroup', ...this.optional(place, question, inner) }
      case 'MULTI': {
        const { minChoices, maxChoices } = question
        return {
          type: 'checkbox',
          ...this.optional(place, question, inner),
          minSelectedChoices: minChoices,
          maxSelectedChoices: maxChoices,
        }
      }
      case 'RANK':
        return {
          type: 'ranking',
          selectToRankEnabled: true,
          maxSelectedChoices: question.top,
          ...this.optional(place, question, inner),
        }
      case 'SCALE_1_5':
      case 'SCALE_0_10': {
        const { from, to } = scaleEnds(question.type)
        return {
          type: 'rating',
          rateMin: from,
          rateMax: to,
          minRateDescription: question.minLabel,
          maxRateDescription: question.maxLabel,
        }
      }
      case 'NUMBER':
      case 'DATE_YEAR':
      case 'TEXT_LONG':
      case 'TEXT_SHORT':
        return typedIn(question)
      case 'CONSENT':
        return { type: 'boolean' }
      case 'INFO':
        return { type: 'html', html: localized(question.text, wordings(question.translations, 'text')) }
      case 'CALCULATED':
        return {
          type: 'expression',
          ...this.expression(place, 'expression', question.expression, undefined, inner),
        }
      default:
        return { type: 'text' }
    }
  }

  private structure(place: FormPlace, question: Question, inner: ReadonlySet<string>): Written {
    if (question.type === 'ROSTER') {
      const keys = new Set([...inner, ...question.questions.map(({ key }) => key)])
      return {
        type: 'paneldynamic',
        minPanelCount: question.minItems,
        maxPanelCount: question.maxItems,
        templateElements: question.questions.map((one) => this.element(one, keys, place.sheet)),
      }
    }
    if (!isMatrix(question)) return this.kind(place, question, inner)
    if (question.type === 'MATRIX_MULTI')
      this.ledger.approximated(
        place,
        `„${headline(question.text)}”: tabela wielokrotnego wyboru to w SurveyJS tabela list.`,
      )
    const columns = this.choices(optionsOf(this.questionnaire, question))
    const rows = rowsOf(this.questionnaire, question).map(({ key, label, translations }) => ({
      value: key,
      text: localized(label, wordings(translations, 'label')),
    }))
    const shown = this.expression(place, 'rowsVisibleIf', question.rowVisibleIf, undefined, inner)
    if (question.type === 'MATRIX_SINGLE')
      return { type: 'matrix', columns, rows, ...shown, isAllRowRequired: question.required }
    return {
      type: 'matrixdropdown',
      rows,
      ...shown,
      columns: [{ name: question.key, cellType: 'checkbox', choices: columns }],
    }
  }

  element(question: Question, inner: ReadonlySet<string>, sheet: string): Written {
    this.count += 1
    const place = { sheet, row: this.count }
    const text = (field: QuestionText) => wordings(question.translations, field)
    const element: Written = {
      name: question.key,
      ...(question.type !== 'INFO' && { title: localized(question.text, text('text')) }),
      ...(question.help !== undefined && { description: localized(question.help, text('help')) }),
      ...(question.required && { isRequired: true }),
      ...this.expression(place, 'requiredIf', question.requiredIf, undefined, inner),
      ...this.expression(place, 'visibleIf', question.visibleIf, undefined, inner),
      ...this.structure(place, question, inner),
    }
    const validators = (question.constraint ?? []).flatMap(({ expression, message, translations }) => {
      const written = this.expression(place, 'expression', expression, question.key, inner)
      return 'expression' in written
        ? [{ type: 'expression', ...written, text: localized(message, wordings(translations, 'message')) }]
        : []
    })
    if (validators.length > 0) element['validators'] = validators
    const unseen = ['easyText', 'unit', 'sensitivity', 'lpdiSections', 'diAreas', 'core', 'itemName'].filter(
      (name) => name in question,
    )
    if (unseen.length > 0)
      this.ledger.approximated(
        place,
        `„${headline(question.text)}”: SurveyJS nie zobaczy: ${fieldWords(unseen)}.`,
      )
    else if (!this.ledger.hasLoss(place))
      this.ledger.kept(place, `„${headline(question.text)}” zapisano w całości.`)
    return element
  }
}

/** JSON without what is `undefined`. */
const tidy = (json: Written): Json => {
  const copy: unknown = JSON.parse(JSON.stringify(json))
  return isJson(copy) ? copy : {}
}

/** What stands around the questions and has no place in SurveyJS. */
function tellFrame(ledger: Ledger, { translations, lists }: Questionnaire): void {
  const place = { sheet: 'ankieta', row: 1 }
  ledger.dropped(place, 'Wstęp, dla kogo jest ankieta i ile trwa: SurveyJS nie ma na to miejsca.')
  if (translations !== undefined)
    ledger.dropped(place, 'Tłumaczenia tytułu, opisu, wstępu i podziękowania nie zostały zapisane.')
  if (Object.keys(lists).length > 0)
    ledger.approximated(place, 'Wspólne listy odpowiedzi zapisano przy każdym pytaniu osobno.')
}

/** Writes a questionnaire as JSON of SurveyJS, and tells what that format does not show. */
export function exportSurveyJs(questionnaire: Questionnaire): ExportedSurveyJs {
  const writer = new Writer(questionnaire)
  tellFrame(writer.ledger, questionnaire)
  const pages = questionnaire.sections.map((section, index) => {
    const sheet = `strona ${index + 1}`
    return {
      name: section.key,
      title: localized(section.title, wordings(section.translations, 'title')),
      ...(section.description !== undefined && {
        description: localized(section.description, wordings(section.translations, 'description')),
      }),
      ...writer.expression({ sheet, row: 1 }, 'visibleIf', section.visibleIf),
      elements: section.questions.map((question) => writer.element(question, new Set(), sheet)),
    }
  })
  const { title, description, thanks, key } = questionnaire
  return {
    json: tidy({ name: key, locale: 'pl', title, description, completedHtml: thanks.join('\n'), pages }),
    report: writer.ledger.report,
  }
}
