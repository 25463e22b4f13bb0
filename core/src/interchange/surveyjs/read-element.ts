import { printExpression, type Question } from '../../questionnaire/index.ts'
import { thisRow } from '../build.ts'
import { listOf, numberOf, own, written } from '../json.ts'
import { claim, codeFrom, keyFrom } from '../names.ts'
import { booleanValues, choiceParts, choiceValue, kindOf, type Element } from './plan.ts'
import { checksOf, some } from './checks.ts'
import { matrixOfColumns } from './matrix-of-columns.ts'
import { LABEL, type SurveyReader, type SurveyScope } from './reading.ts'

const READ = new Set([
  'type', 'name', 'title', 'description', 'isRequired', 'requiredIf', 'visibleIf', 'choices', 'choicesVisibleIf', 'rows', 'columns',
  'rowsVisibleIf', 'inputType', 'min', 'max', 'minValue', 'maxValue', 'maxLength', 'validators', 'showOtherItem', 'hasOther',
  'otherText', 'showNoneItem', 'hasNone', 'noneText', 'showRefuseItem', 'refuseText', 'showDontKnowItem', 'dontKnowText', 'valueTrue', 'valueFalse', 'minSelectedChoices', 'maxSelectedChoices', 'rateMin', 'rateMax', 'rateCount',
  'rateValues', 'minRateDescription', 'maxRateDescription', 'mininumRateDescription', 'maximumRateDescription', 'labelTrue', 'labelFalse', 'expression', 'html', 'templateElements',
  'elements', 'items', 'minPanelCount', 'maxPanelCount', 'minRowCount', 'maxRowCount', 'panelCount', 'rowCount', 'templateTitle',
  'cellType', 'isAllRowRequired', 'eachRowRequired', 'step', 'rozeznanie',
]) // prettier-ignore

function reportUnused(reader: SurveyReader, { json, name, place }: Element): void {
  for (const [field, value] of Object.entries(json)) {
    if (!READ.has(field) && value !== false && value !== '' && value !== null)
      reader.ledger.dropped(
        { ...place, column: field },
        `„${name}”: właściwość „${field}” nie ma u nas odpowiednika.`,
      )
  }
}

/** What every question has. */
function baseOf(reader: SurveyReader, element: Element, scope: SurveyScope) {
  const { json, key, name, place } = element
  const text = reader.texts(own(json, 'title') ?? name, place)
  const help = reader.texts(own(json, 'description'), place)
  const required = own(json, 'isRequired') === true
  const when = required
    ? null
    : reader.expression({ ...place, column: 'requiredIf' }, own(json, 'requiredIf'), scope.rosters)
  reportUnused(reader, element)
  return {
    key,
    text: text.base === '' ? name : text.base,
    ...(help.base !== '' && { help: help.base }),
    ...(required && { required: true }),
    ...(when !== null && { requiredIf: printExpression(when) }),
    ...reader.visibility(place, json, scope),
    ...reader.translations({ text, help }),
  }
}

function rating(reader: SurveyReader, element: Element, scope: SurveyScope): Question {
  const { json } = element
  const base = baseOf(reader, element, scope)
  const minLabel = reader.texts(
    own(json, 'minRateDescription') ?? own(json, 'mininumRateDescription'),
    element.place,
    LABEL,
  ).base
  const maxLabel = reader.texts(
    own(json, 'maxRateDescription') ?? own(json, 'maximumRateDescription'),
    element.place,
    LABEL,
  ).base
  const ends = { ...(minLabel !== '' && { minLabel }), ...(maxLabel !== '' && { maxLabel }) }
  if (listOf(own(json, 'rateValues')).length > 0)
    return { ...base, type: 'SINGLE', ...reader.options(element, 'rateValues', scope.rosters) }
  const from = numberOf(own(json, 'rateMin')) ?? 1
  const to = numberOf(own(json, 'rateMax')) ?? from + (numberOf(own(json, 'rateCount')) ?? 5) - 1
  if (from === 1 && to === 5) return { ...base, type: 'SCALE_1_5', ...ends }
  if (from === 0 && to === 10) return { ...base, type: 'SCALE_0_10', ...ends }
  const options = Array.from({ length: Math.min(Math.max(to - from + 1, 1), 100) }, (_, at) => {
    const point = from + at
    const end = point === from ? minLabel : point === to ? maxLabel : ''
    return {
      code: codeFrom(String(point)),
      label: end === '' ? String(point) : `${point} – ${end}`,
      value: point,
    }
  })
  reader.ledger.approximated(
    element.place,
    `„${element.name}”: skala od ${from} do ${to} to u nas pytanie jednego wyboru.`,
  )
  return { ...base, type: 'SINGLE', options }
}

function matrix(reader: SurveyReader, element: Element, scope: SurveyScope): Question {
  const { json, place } = element
  const taken = new Set<string>()
  const when = reader.expression(
    { ...place, column: 'rowsVisibleIf' },
    own(json, 'rowsVisibleIf'),
    scope.rosters,
    { item: thisRow },
  )
  const isRequired = own(json, 'isAllRowRequired') === true || own(json, 'eachRowRequired') === true
  const rows = listOf(own(json, 'rows')).map((row) => {
    const label = reader.texts(choiceParts(row).text, place, LABEL)
    return {
      key: claim(taken, codeFrom(choiceValue(row)), 40),
      label: label.base === '' ? choiceValue(row) : label.base,
      ...reader.translations({ label }),
    }
  })
  const base = { ...baseOf(reader, element, scope), ...(isRequired && { required: true }) }
  const options = reader.options(element, 'columns', scope.rosters)
  return {
    ...base,
    type: 'MATRIX_SINGLE',
    ...options,
    rows,
    ...(when !== null && { rowVisibleIf: printExpression(when) }),
  }
}

function roster(reader: SurveyReader, element: Element, scope: SurveyScope): readonly Question[] {
  const { json, key, name, place, inner } = element
  const rosters = [...scope.rosters, key]
  const questions =
    rosters.length > 2 ? [] : inner.flatMap((one) => readElement(reader, one, { rosters, conditions: [] }))
  if (questions.length === 0) {
    reader.ledger.dropped(
      place,
      `Grupę „${name}” pominięto: nie ma w niej pytań albo jest zbyt głęboko zagnieżdżona.`,
    )
    return []
  }
  const bound = (word: string) =>
    numberOf(own(json, `${word}PanelCount`)) ?? numberOf(own(json, `${word}RowCount`))
  const [min, max] = [bound('min'), bound('max')]
  return [{
    ...baseOf(reader, element, scope),
    type: 'ROSTER',
    itemName: 'pozycja',
    ...(min !== undefined && min > 0 && { minItems: Math.trunc(min) }),
    ...(max !== undefined && max > 0 && { maxItems: Math.min(Math.trunc(max), 50) }),
    questions,
  }] // prettier-ignore
}

function panel(reader: SurveyReader, element: Element, scope: SurveyScope): readonly Question[] {
  const { json, name, place, inner } = element
  const when = reader.expression({ ...place, column: 'visibleIf' }, own(json, 'visibleIf'), scope.rosters)
  const around = when === null ? scope : { ...scope, conditions: [...scope.conditions, when] }
  const questions = inner.flatMap((one) => readElement(reader, one, around))
  reportUnused(reader, element)
  const text = reader.texts(own(json, 'title'), place)
  const help = reader.texts(own(json, 'description'), place)
  if (text.base === '' || questions.length === 0) {
    if (help.base !== '')
      reader.ledger.dropped(
        { ...place, column: 'description' },
        `Pominięto „${help.base}”: panel bez nagłówka nie ma u nas opisu.`,
      )
    return questions
  }
  reader.ledger.approximated(
    place,
    `Nagłówek panelu „${text.base}” stoi jako sam tekst przed jego pytaniami.`,
  )
  const key = claim(reader.taken, keyFrom(`${name}_naglowek`))
  return [
    {
      key,
      type: 'INFO',
      text: text.base,
      ...(help.base !== '' && { help: help.base }),
      ...reader.visibility(place, {}, around),
      ...reader.translations({ text, help }),
    },
    ...questions,
  ]
}

function multipletext(reader: SurveyReader, { name, place, inner, json }: Element, scope: SurveyScope) {
  reader.ledger.approximated(place, `„${name}”: każde pole tekstowe to u nas osobne pytanie.`)
  const { base } = reader.texts(own(json, 'title'), place)
  return inner
    .flatMap((field) => readElement(reader, field, scope))
    .map((question) =>
      base === '' ? question : { ...question, text: `${base} – ${question.text}`.slice(0, 2000) },
    )
}

function typed(reader: SurveyReader, element: Element, scope: SurveyScope): Question {
  const { limits, constraint } = checksOf(reader, element, scope.rosters)
  const base = { ...baseOf(reader, element, scope), ...(constraint && { constraint }) }
  const kind = kindOf(element.type, element.json)
  if (kind === 'number') {
    const step = written(own(element.json, 'step'))
    const decimals = (step.split('.')[1] ?? '').length
    return {
      ...base,
      type: 'NUMBER',
      ...some(limits, 'min', 'max'),
      ...(decimals > 0 && { decimals: Math.min(decimals, 6) }),
    }
  }
  if (kind === 'year') {
    reader.ledger.approximated(element.place, `„${element.name}”: z daty zostaje sam rok.`)
    const bound = (field: 'min' | 'max') => /^(\d{4})-\d{2}/.exec(written(own(element.json, field)))?.[1]
    const [min, max] = [bound('min'), bound('max')]
    return { ...base, type: 'DATE_YEAR', ...(min && { min: Number(min) }), ...(max && { max: Number(max) }) }
  }
  const maxLength = limits['maxLength']
  const isFit = maxLength !== undefined && maxLength >= 1 && maxLength <= 10_000
  return {
    ...base,
    type: element.type === 'comment' ? 'TEXT_LONG' : 'TEXT_SHORT',
    ...(isFit && { maxLength: Math.trunc(maxLength) }),
  }
}

function choice(reader: SurveyReader, element: Element, scope: SurveyScope): Question {
  const { limits, constraint } = checksOf(reader, element, scope.rosters)
  const base = {
    ...baseOf(reader, element, scope),
    ...(constraint && { constraint }),
    ...reader.options(element, 'choices', scope.rosters),
  }
  if (element.type === 'ranking')
    return { ...base, type: 'RANK', top: limits['maxChoices'] || base.options.length }
  const isMulti = kindOf(element.type, element.json) === 'multi' || own(element.json, 'multiSelect') === true
  return isMulti
    ? { ...base, type: 'MULTI', ...some(limits, 'minChoices', 'maxChoices') }
    : { ...base, type: 'SINGLE' }
}

function yesNo(reader: SurveyReader, element: Element, scope: SurveyScope): Question {
  const [yes, no] = booleanValues(element.json)
  const option = (value: string, field: string, otherwise: string) => {
    const label = reader.texts(own(element.json, field) ?? otherwise, element.place, LABEL)
    return { code: codeFrom(value), label: label.base, ...reader.translations({ label }) }
  }
  return {
    ...baseOf(reader, element, scope),
    type: 'SINGLE',
    options: [option(yes, 'labelTrue', 'Tak'), option(no, 'labelFalse', 'Nie')],
  }
}

const CHOICES = ['radiogroup', 'dropdown', 'buttongroup', 'imagepicker', 'checkbox', 'tagbox', 'ranking']

/** An element of a survey as questions; none for what is left out. */
export function readElement(reader: SurveyReader, element: Element, scope: SurveyScope): readonly Question[] {
  const { json, type, name, place } = element
  switch (type) {
    case 'panel':
      return panel(reader, element, scope)
    case 'paneldynamic':
    case 'matrixdynamic':
      return roster(reader, element, scope)
    case 'multipletext':
      return multipletext(reader, element, scope)
    case 'matrixdropdown':
      return matrixOfColumns(reader, element, scope)
    case 'matrix':
      return [matrix(reader, element, scope)]
    case 'rating':
      return [rating(reader, element, scope)]
    case 'boolean':
      return [yesNo(reader, element, scope)]
    case 'html':
      return [
        {
          ...baseOf(reader, { ...element, json: { ...json, title: own(json, 'html') } }, scope),
          type: 'INFO',
        },
      ]
    case 'expression': {
      const expression = reader.expression(
        { ...place, column: 'expression' },
        own(json, 'expression'),
        scope.rosters,
        { wants: 'value' },
      )
      return expression === null
        ? []
        : [{ ...baseOf(reader, element, scope), type: 'CALCULATED', expression: printExpression(expression) }]
    }
    case 'text':
    case 'comment':
    case 'slider':
      return [typed(reader, element, scope)]
    default:
      if (CHOICES.includes(type)) return [choice(reader, element, scope)]
      reader.ledger.dropped(place, `Pominięto „${name}”: typu „${type}” nie ma u nas.`)
      return []
  }
}
