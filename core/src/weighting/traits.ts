import type { Columns } from '../analysis/columns.ts'
import { BY_LOCALITY } from '../analysis/filter.ts'
import { isSpecialCode } from '../questionnaire/index.ts'
import type { Trait } from './model.ts'

const MOST_CODES = 30
const DEMOGRAPHIC = 'dem_'

/** Everything that people of a survey can be weighted by; where they live and the questions about themselves first. */
export function traitsOf({ byKey, localities }: Columns): readonly Trait[] {
  const asked = [...byKey].flatMap(([key, column]): Trait[] => {
    if (column.kind !== 'code' || column.question.type !== 'SINGLE') return []
    const codes = column.dictionary.options.filter(({ code }) => !isSpecialCode(code))
    if (codes.length < 2 || codes.length > MOST_CODES) return []
    return [{ key, label: column.question.text, codes: codes.map(({ code, label }) => ({ code, label })) }]
  })
  const isAboutOneself = ({ key }: Trait) => key.startsWith(DEMOGRAPHIC)
  const places = localities.options.map(({ code, label }) => ({ code, label }))
  return [
    ...asked.filter(isAboutOneself),
    ...(places.length > 1 ? [{ key: BY_LOCALITY, label: 'Miejscowość', codes: places }] : []),
    ...asked.filter((trait) => !isAboutOneself(trait)),
  ]
}
