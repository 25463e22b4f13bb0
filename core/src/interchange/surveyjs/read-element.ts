import { printExpression, type Question } from '../../questionnaire/index.ts'
import { thisRow } from '../build.ts'
import { isJson, listOf, numberOf, objectsOf, own, written, type Json } from '../json.ts'
import { claim, codeFrom, keyFrom } from '../names.ts'
import { choiceValue, kindOf, type Element } from './plan.ts'
import { checksOf, some } from './checks.ts'
import type { SurveyReader, SurveyScope } from './reading.ts'

const READ = new Set([
  'type', 'name', 'title', 'description', 'isRequired', 'requiredIf', 'visibleIf', 'choices', 'choicesVisibleIf', 'rows', 'columns',
  'rowsVisibleIf', 'inputType', 'min', 'max', 'minValue', 'maxValue', 'maxLength', 'validators', 'showOtherItem', 'hasOther',
  'otherText', 'showNoneItem', 'hasNone', 'noneText', 'minSelectedChoices', 'maxSelectedChoices', 'rateMin', 'rateMax', 'rateCount',
  'rateValues', 'minRateDescription', 'maxRateDescription', 'labelTrue', 'labelFalse', 'expression', 'html', 'templateElements',
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
  const text = reader.texts(own(json, 'title') ?? name)
  const help = reader.texts(own(json, 'description'))
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
  const minLabel = reader.texts(own(json, 'minRateDescription'), 300).base
  const maxLabel = reader.texts(own(json, 'maxRateDescription'), 300).base
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
    const label = reader.texts(isJson(row) ? (own(row, 'text') ?? own(row, 'value')) : row, 300)
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
  const text = reader.texts(own(json, 'title'))
  if (text.base === '' || questions.length === 0) return questions
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
      ...reader.visibility(place, {}, around),
      ...reader.translations({ text }),
    },
    ...questions,
  ]
}

function multipletext(reader: SurveyReader, element: Element, scope: SurveyScope): readonly Question[] {
  reader.ledger.approximated(element.place, `„${element.name}”: każde pole tekstowe to u nas osobne pytanie.`)
  return objectsOf(own(element.json, 'items')).map((item): Question => {
    const text = reader.texts(own(item, 'title') ?? own(item, 'name'))
    const key = claim(reader.taken, keyFrom(`${element.name}_${written(own(item, 'name'))}`))
    return {
      key,
      type: 'TEXT_SHORT',
      text: text.base,
      ...reader.visibility(element.place, element.json, scope),
      ...reader.translations({ text }),
    }
  })
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
    return { ...base, type: 'DATE_YEAR' }
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
  const option = (code: string, field: string, otherwise: string, json: Json = element.json) => {
    const label = reader.texts(own(json, field) ?? otherwise, 300)
    return { code, label: label.base, ...reader.translations({ label }) }
  }
  return {
    ...baseOf(reader, element, scope),
    type: 'SINGLE',
    options: [option('true', 'labelTrue', 'Tak'), option('false', 'labelFalse', 'Nie')],
  }
}

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
      if (
        ['radiogroup', 'dropdown', 'buttongroup', 'imagepicker', 'checkbox', 'tagbox', 'ranking'].includes(
          type,
        )
      )
        return [choice(reader, element, scope)]
      reader.ledger.dropped(place, `Pominięto „${name}”: typu „${type}” nie ma u nas.`)
      return []
  }
}
