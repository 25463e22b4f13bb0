import { useMemo } from 'preact/hooks'
import type { Answering } from './use-answering.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { QuestionField } from './fields/QuestionField.tsx'
import { Heading } from './Frame.tsx'
import { langOf } from './language.ts'
import { PageForm } from './PageForm.tsx'
import { faultName, faultsAt, goOnLabel, headingOf } from './page-words.ts'
import type { Page, PageItem } from './pages.ts'
import { plainForm } from './plain/plain-form.ts'
import { Progress } from './Progress.tsx'
import { ReadAloud } from './reading/ReadAloud.tsx'
import { texts } from './texts.ts'
import { WayOn } from './WayOn.tsx'

interface QuestionPageProps {
  readonly answering: Answering
  readonly page: Page
  readonly fromCheck: boolean
}

/** One screen of questions. */
export function QuestionPage({ answering, page, fromCheck }: QuestionPageProps) {
  const { answers, state, form } = answering
  const label = goOnLabel(page, answers, fromCheck)
  // Without scripts nobody can tell here whether the question will be skipped; the calm way has one word for going on.
  const isCalm = answering.survey.isCalm === true
  const goOn = (plainForm() || isCalm) && label === 'skip' ? 'next' : label
  const isGroup = page.items.length > 1
  const progress = useMemo(() => <Progress page={page} />, [page])
  return (
    <PageForm
      survey={answering.survey}
      class={page.items.some(({ rows }) => rows.length > 0) ? 'with-matrix' : undefined}
      onGoOn={() => answering.leave(page)}
    >
      <WayOn label={goOn} isCalm={isCalm} onBack={() => answering.back(page)}>
        {progress}
        {state.faults.length > 0 && (
          <ErrorSummary
            faults={state.faults}
            refusals={state.refusals}
            nameOf={(fault) => faultName(page, fault)}
          />
        )}
        {page.startsSection && page.section.description && (
          <p class="section-lead" lang={langOf(page.section.description)}>
            {page.section.description}
          </p>
        )}
        {isCalm && !plainForm() && <ReadAloud key={page.id} />}
        {isGroup && <Heading>{headingOf(page)}</Heading>}
        {page.items.map((item) => (
          <div class="question" key={item.question.key}>
            <QuestionField
              survey={answering.survey}
              item={item}
              answers={answers}
              form={form}
              faults={faultsAt(state.faults, item.path)}
              heading={isGroup ? <GroupTitle item={item} /> : <Heading>{<Title item={item} />}</Heading>}
              beneath={answering.surroundings.beneath}
              change={answering.change}
            />
          </div>
        ))}
      </WayOn>
    </PageForm>
  )
}

interface TitleProps {
  readonly item: PageItem
}

function Title({ item: { question, part } }: TitleProps) {
  return (
    <>
      <span lang={langOf(question.text)}>{question.text}</span>
      {part && <small> {texts.page.matrixPart(part.number, part.of)}</small>}
    </>
  )
}

/** Among several questions each is a second heading; a text that asks nothing is no heading. */
function GroupTitle({ item: { question } }: TitleProps) {
  const Tag = question.type === 'INFO' ? 'p' : 'h2'
  return <Tag lang={langOf(question.text)}>{question.text}</Tag>
}
