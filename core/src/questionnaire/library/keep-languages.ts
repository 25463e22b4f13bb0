import type { Constraint, MatrixRow, Option, OptionList, Question, Section } from '../model.ts'

interface Translated {
  readonly translations?: Readonly<Record<string, object>>
}

/** The same part with translations into these languages only, and without the field when none is left. */
function narrowed<Part extends Translated>(part: Part, languages: readonly string[]): Part {
  if (part.translations === undefined) return part
  const kept = Object.entries(part.translations).filter(([language]) => languages.includes(language))
  const { translations: _all, ...rest } = part
  // The rest is the part without one optional field, so it is a `Part` again.
  return (kept.length === 0 ? rest : { ...rest, translations: Object.fromEntries(kept) }) as Part
}

const each =
  <Part extends Translated>(languages: readonly string[]) =>
  (part: Part): Part =>
    narrowed(part, languages)

/** A question with translations into these languages only, those of its options, rows, rules and items too. */
export function questionInLanguages(question: Question, languages: readonly string[]): Question {
  const own = narrowed(question, languages)
  return {
    ...own,
    ...('options' in own && own.options ? { options: own.options.map(each<Option>(languages)) } : {}),
    ...('rows' in own && own.rows ? { rows: own.rows.map(each<MatrixRow>(languages)) } : {}),
    ...(own.constraint ? { constraint: own.constraint.map(each<Constraint>(languages)) } : {}),
    ...(own.type === 'ROSTER'
      ? { questions: own.questions.map((inner) => questionInLanguages(inner, languages)) }
      : {}),
  }
}

/** A list with translations into these languages only. */
export function listInLanguages(list: OptionList, languages: readonly string[]): OptionList {
  return { ...list, options: list.options.map(each<Option>(languages)) }
}

/** A section with translations into these languages only. */
export function sectionInLanguages(section: Section, languages: readonly string[]): Section {
  const questions = section.questions.map((question) => questionInLanguages(question, languages))
  return { ...narrowed(section, languages), questions }
}
