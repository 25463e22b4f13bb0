import { useEffect, useMemo, useState } from 'preact/hooks'
import type { PublicForm } from '@rozeznanie/core/institution'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { AnswerApp } from '../AnswerApp.tsx'
import { saveDraft } from '../draft.ts'
import { Heading } from '../Frame.tsx'
import { POLISH } from '../language.ts'
import type { PageItem } from '../page-item.ts'
import { memoryShelf } from '../preview/in-memory.ts'
import { inBrowser, type Surroundings } from '../surroundings.ts'
import { newDraft, type Answering } from '../use-answering.ts'
import { FormDoor, type Keeping } from './form-door.ts'
import { FormSending } from './FormSending.tsx'
import { formTexts as texts } from './form-texts.ts'
import { KeepingLine } from './KeepingLine.tsx'

interface InstitutionAppProps {
  readonly survey: PublicSurvey
  readonly form: PublicForm
  readonly address: string
}

/** The remark of the organiser under the question it is about. */
const remarksOf = ({ remarks, status }: PublicForm) =>
  function remarkBeneath({ question }: PageItem) {
    if (status !== 'RETURNED') return null
    const keys = [
      question.key,
      ...(question.type === 'ROSTER' ? question.questions.map(({ key }) => key) : []),
    ]
    const about = remarks.filter(({ questionKey }) => questionKey !== null && keys.includes(questionKey))
    return about.map(({ text }) => (
      <p key={text} class="note">
        <strong>{texts.remark}</strong> {text}
      </p>
    ))
  }

function useSurroundings(door: FormDoor, { survey, form }: InstitutionAppProps): Surroundings {
  return useMemo(() => {
    const shelf = memoryShelf()
    if (Object.keys(form.answers).length > 0) {
      saveDraft(shelf, survey.code, { ...newDraft(survey), answers: form.answers })
    }
    return {
      ...inBrowser(),
      shelf,
      isKeptElsewhere: true,
      beneath: remarksOf(form),
      watch: ({ state: { draft } }: Answering) => draft && door.keep(draft.answers),
      instead: (answering: Answering) => <FormSending answering={answering} door={door} />,
      ending: (_answering, ending) =>
        ending.kind === 'closed' ? (
          <>
            <Heading>{texts.closedTitle}</Heading>
            <p class="lead">{ending.message}</p>
          </>
        ) : (
          <>
            <Heading>{texts.sentTitle}</Heading>
            <p class="lead">{texts.sent}</p>
          </>
        ),
    }
  }, [door, survey, form])
}

/** The form of one institution: the respondent's own pages, kept on the server while they are filled in. */
export function InstitutionApp(props: InstitutionAppProps) {
  const { survey, form, address } = props
  const [keeping, setKeeping] = useState<Keeping>({ kind: 'saved' })
  const door = useMemo(() => {
    const { questionnaire } = survey
    const wiring = { address, questionnaire, revision: form.revision, fetcher: fetch.bind(window) }
    return new FormDoor({ ...wiring, onKeeping: setKeeping }, form.answers)
  }, [survey, form, address])
  useEffect(() => {
    const leave = () => door.flush()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', leave)
    }
  }, [door])
  const surroundings = useSurroundings(door, props)
  const general = form.remarks.find(({ questionKey }) => questionKey === null)
  return (
    <>
      <aside class="institution" aria-label={texts.whose(form.institutionName)}>
        <p>
          <strong>{texts.whose(form.institutionName)}</strong>
        </p>
        <p>
          {texts.reference(form.referenceOn)} {texts.due(form.dueOn)}
        </p>
        {form.status === 'RETURNED' && <p class="note">{texts.returned}</p>}
        {form.status === 'RETURNED' && general && (
          <p class="note">
            <strong>{texts.remark}</strong> {general.text}
          </p>
        )}
        {form.status === 'INVITED' && form.prefilledFrom && (
          <p class="note">{texts.prefilled(form.prefilledFrom)}</p>
        )}
        <KeepingLine keeping={keeping} />
      </aside>
      <AnswerApp survey={survey} surroundings={surroundings} language={POLISH} />
    </>
  )
}
