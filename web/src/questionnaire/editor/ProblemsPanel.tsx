import { Icon } from '../../ui/Icon.tsx'
import { GRAVITIES, type DraftProblem, type Gravity } from '../draft/inspect-draft.ts'
import { useQuestionnaire } from '../draft/use-draft.ts'
import { goToProblem } from './go-to-problem.ts'
import { MeasuresBox } from './MeasuresBox.tsx'
import './panels.css'
import { numbersOf } from './question-names.ts'
import { useEditor, useOfDraft } from './use-editor.ts'

/** Everything to look at before publishing, the gravest first; each line leads to its field. */
export function ProblemsPanel() {
  const { t } = useEditor()
  const inspection = useOfDraft((state) => state.inspection)
  if (!inspection) return <p className="muted">{t('problems.looking')}</p>
  const { problems } = inspection
  return (
    <div className="problems">
      <h2 className="visually-hidden">{t('panels.problems')}</h2>
      {problems.length === 0 && (
        <p className="problems__fine">
          <Icon name="check" /> {t('problems.none')}
        </p>
      )}
      {GRAVITIES.map((gravity) => (
        <Group key={gravity} gravity={gravity} problems={problems.filter((one) => one.gravity === gravity)} />
      ))}
      <MeasuresBox />
    </div>
  )
}

interface GroupProps {
  readonly gravity: Gravity
  readonly problems: readonly DraftProblem[]
}

function Group({ gravity, problems }: GroupProps) {
  const editor = useEditor()
  const { store, t } = editor
  const numbers = numbersOf(useQuestionnaire(store))
  if (problems.length === 0) return null
  const placeOf = ({ questionKey, sectionKey }: DraftProblem): string => {
    const number = questionKey && numbers.get(questionKey)
    if (number) return t('problems.atQuestion', { number })
    return sectionKey === undefined ? t('problems.atFacts') : t('problems.atSection')
  }
  return (
    <section className={`problem-group problem-group--${gravity}`} aria-labelledby={`problems-${gravity}`}>
      <h3 id={`problems-${gravity}`}>
        {t(`problems.${gravity}.title`)} <span className="problem-group__count">({problems.length})</span>
      </h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.questionKey ?? problem.sectionKey ?? ''}${problem.part}${problem.message}`}>
            <button type="button" className="problem" onClick={() => goToProblem(editor, problem)}>
              <span className="problem__place">{placeOf(problem)}</span>
              {problem.message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
