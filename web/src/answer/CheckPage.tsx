import type { Section } from '@rozeznanie/core/questionnaire'
import type { Violation } from '@rozeznanie/core/response'
import type { Answering } from './use-answering.ts'
import { answerLines, type AnswerLine } from './answer-text.ts'
import { Caution } from './caution/rare-caution.ts'
import { useCodeGate } from './code-gate/code-gate.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Heading } from './Frame.tsx'
import { langOf } from './language.ts'
import { MoveButton, PlainPageForm } from './PageForm.tsx'
import { pageWith, type Page, type PageItem } from './pages.ts'
import { AllDone } from './Progress.tsx'
import { texts } from './texts.ts'

interface CheckPageProps {
  readonly answering: Answering
}

function sectionsOf(pages: readonly Page[]): readonly Section[] {
  return pages.filter((page) => page.startsSection).map((page) => page.section)
}

/** Every answer once more, each with a way back to its question; then the button that sends. */
export function CheckPage({ answering }: CheckPageProps) {
  const { pages, form, state, survey } = answering
  const open = (page: Page | undefined, keepFaults: boolean) =>
    page && answering.go({ kind: 'page', id: page.id, fromCheck: true }, keepFaults)
  const gate = useCodeGate(answering, false)
  const sendButton = (
    <p class="go-on">
      <MoveButton move="wyslij" class="primary" onClick={() => gate.admit(answering.send)}>
        {texts.check.send}
      </MoveButton>
    </p>
  )
  const textOf = (questionKey: string) =>
    pages.flatMap((page) => page.items).find(({ question }) => question.key === questionKey)?.question.text ??
    null
  return (
    <PlainPageForm survey={survey}>
      {state.faults.length > 0 && (
        <ErrorSummary
          faults={state.faults}
          refusals={state.refusals}
          nameOf={(fault) => textOf(topKey(fault))}
          onOpen={(fault) => open(pageWith(pages, topKey(fault), fault.rowKey), true)}
          moveOf={(fault) => `popraw:${pageWith(pages, topKey(fault), fault.rowKey)?.id ?? ''}`}
        />
      )}
      <AllDone />
      <Heading>{texts.check.title}</Heading>
      {gate.fieldIfWanted}
      {gate.fieldIfWanted && sendButton}
      <p class="lead">{texts.check.lead}</p>
      {sectionsOf(pages).map((section) => (
        <section key={section.key}>
          <h2 lang={langOf(section.title)}>{section.title}</h2>
          {pages
            .filter((page) => page.section.key === section.key)
            .map((page) =>
              page.items.map((item) => (
                <Checked
                  key={`${page.id}-${item.question.key}`}
                  item={item}
                  lines={answerLines(survey, form, item)}
                  move={`zmien:${page.id}`}
                  onChange={() => open(page, false)}
                />
              )),
            )}
        </section>
      ))}
      {sendButton}
    </PlainPageForm>
  )
}

/** The question of a page that a fault belongs to: the outer one, where it stands in a roster. */
const topKey = ({ questionKey, path }: Violation): string => String(path?.[0] ?? questionKey)

/** May the answer hold words of the person's own? */
const isWritten = ({ question, options }: PageItem): boolean =>
  question.type.startsWith('TEXT') ||
  question.type === 'ROSTER' ||
  options.some(({ allowsText }) => allowsText)

interface CheckedProps {
  readonly item: PageItem
  readonly lines: readonly AnswerLine[]
  readonly move: string
  onChange(): void
}

function Checked({ item, lines, move, onChange }: CheckedProps) {
  if (lines.length === 0) return null
  const hasAnswer = lines.some(({ answers }) => answers.length > 0)
  const isTable = lines.some(({ rowKey }) => rowKey !== undefined)
  return (
    <div class="checked">
      <h3 lang={langOf(item.question.text)}>{item.question.text}</h3>
      {isTable ? (
        <dl>
          {lines.map((line) => (
            <div key={line.rowKey}>
              <dt lang={langOf(line.label)}>{line.label}</dt>
              <dd>{line.answers.length > 0 ? line.answers.join(', ') : <i>{texts.check.noAnswer}</i>}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Answer answers={lines[0]?.answers ?? []} />
      )}
      {hasAnswer && isWritten(item) && <Caution answers={lines.flatMap(({ answers }) => answers)} />}
      <MoveButton move={move} class="quiet" onClick={onChange}>
        {hasAnswer ? texts.check.change : texts.check.add}
        <span class="only-heard"> – {texts.check.of(item.question.text)}</span>
      </MoveButton>
    </div>
  )
}

interface AnswerProps {
  readonly answers: readonly string[]
}

function Answer({ answers }: AnswerProps) {
  const [only, ...others] = answers
  if (only === undefined) {
    return (
      <p class="answer">
        <i>{texts.check.noAnswer}</i>
      </p>
    )
  }
  if (others.length === 0) {
    return (
      <p class="answer" lang={langOf(only)}>
        {only}
      </p>
    )
  }
  return (
    <ul class="answer">
      {answers.map((answer) => (
        <li key={answer} lang={langOf(answer)}>
          {answer}
        </li>
      ))}
    </ul>
  )
}
