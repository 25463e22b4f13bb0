import { BY_LOCALITY, BY_MODE, BY_VERSION } from '@rozeznanie/core/analysis'
import type { OfferedQuestion } from './questions.ts'

export interface KnownDimension {
  readonly key: string
  readonly label: string
  readonly isPublished: boolean
}

export interface CrossChoice {
  readonly value: string
  readonly label: string
  readonly group: string
}

interface GroupNames {
  readonly people: string
  readonly survey: string
}

const OF_SURVEY: readonly string[] = [BY_MODE, BY_VERSION]

/** What answers can be divided by: what people are first, then how the survey went, then every other question. */
export function crossChoices(
  dimensions: readonly KnownDimension[],
  questions: readonly OfferedQuestion[],
  names: GroupNames,
): readonly CrossChoice[] {
  const people = dimensions.filter(({ key, isPublished }) => isPublished || key === BY_LOCALITY)
  const survey = dimensions.filter(({ key }) => OF_SURVEY.includes(key))
  const taken = new Set([...people, ...survey].map(({ key }) => key))
  const withOptions = new Set(dimensions.map(({ key }) => key))
  return [
    ...people.map(({ key, label }) => ({ value: key, label, group: names.people })),
    ...survey.map(({ key, label }) => ({ value: key, label, group: names.survey })),
    ...questions
      .filter(({ value }) => withOptions.has(value) && !taken.has(value))
      .map(({ value, label, group }) => ({ value, label, group })),
  ]
}

/** What those outside the organisation may divide by. */
export function publishedChoices(
  dimensions: readonly KnownDimension[],
  group: string,
): readonly CrossChoice[] {
  return dimensions.map(({ key, label }) => ({ value: key, label, group }))
}
