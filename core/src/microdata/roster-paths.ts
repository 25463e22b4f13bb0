import { askedSeries, itemSeries, type AskedSeries, type SurveyForm } from './asked-series.ts'

/** Where the items of a roster are stored in a version: its key, after the keys of the rosters around it. */
export interface RosterPath {
  /** Of the roster, as a description of files asks for the most of its items. */
  readonly name: string
  readonly versionId: string
  readonly keys: readonly string[]
}

function pathsOf(form: SurveyForm, series: AskedSeries, outer: AskedSeries | null): readonly RosterPath[] {
  if (series.question.type !== 'ROSTER') return []
  const own = series.parts.map(({ version, key }): RosterPath => {
    const around = outer?.parts.find((part) => part.version.number === version.number)
    return { name: series.name, versionId: version.id, keys: around ? [around.key, key] : [key] }
  })
  return [...own, ...itemSeries(form, series).flatMap((inner) => pathsOf(form, inner, series))]
}

/** All rosters of a survey in all its versions; a roster stands in at most one other. */
export function rosterPaths(form: SurveyForm): readonly RosterPath[] {
  return askedSeries(form).flatMap((series) => pathsOf(form, series, null))
}
