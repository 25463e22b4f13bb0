import { useMemo } from 'preact/hooks'
import { formOf, type Answers } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { answerLines } from '../answer-text.ts'
import { langOf } from '../language.ts'
import { pagesOf } from '../pages.ts'
import { plainForm } from '../plain/plain-form.ts'
import { texts } from '../texts.ts'
import { formContext } from '../use-answering.ts'
import { keptTextsIn } from './kept-texts.ts'

interface Said {
  readonly question: string
  readonly lines: readonly string[]
}

/** Every question that was asked, with its answer in words. */
function saidIn(survey: PublicSurvey, answers: Answers): readonly Said[] {
  const form = formOf(survey.questionnaire, answers, formContext(survey))
  const { nothing } = keptTextsIn(texts.code)
  return pagesOf(survey, answers, form).flatMap(({ items }) =>
    items.flatMap((item) => {
      const lines = answerLines(survey, form, item).map((line) => {
        const answer = line.answers.length > 0 ? line.answers.join(', ') : nothing
        return line.rowKey === undefined ? answer : `${line.label}: ${answer}`
      })
      return lines.length > 0 ? [{ question: item.question.text, lines }] : []
    }),
  )
}

/** The answers as a file that any device opens. */
export function textOfAnswers(survey: PublicSurvey, answers: Answers): string {
  const parts = saidIn(survey, answers).map(
    ({ question, lines }) => `${question}\r\n  ${lines.join('\r\n  ')}`,
  )
  return [survey.title, survey.organisationName, ...parts].join('\r\n\r\n')
}

function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

interface KeptAnswersProps {
  readonly survey: PublicSurvey
  readonly answers: Answers
}

/** Answers that could not be sent any more, to be saved or printed by the person who gave them. */
export function KeptAnswers({ survey, answers }: KeptAnswersProps) {
  const said = useMemo(() => saidIn(survey, answers), [survey, answers])
  const words = keptTextsIn(texts.code)
  if (said.length === 0) return null
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead(survey.contactPhone)}</p>
      {plainForm() ? (
        <p>{words.byHand}</p>
      ) : (
        <p class="go-on two">
          <button
            type="button"
            class="primary"
            onClick={() => saveFile(words.fileName, textOfAnswers(survey, answers))}
          >
            {words.save}
          </button>
          <button type="button" class="secondary" onClick={() => window.print()}>
            {words.print}
          </button>
        </p>
      )}
      <dl class="kept">
        {said.map(({ question, lines }) => (
          <div key={question}>
            <dt lang={langOf(question)}>{question}</dt>
            {lines.map((line) => (
              <dd key={line} lang={langOf(line)}>
                {line}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
