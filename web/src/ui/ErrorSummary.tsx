import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldId } from './field-ids.ts'
import { type FormProblem, fieldOf, inPageOrder } from './form-problems.ts'
import './form.css'
import { withErrorPrefix, withoutErrorPrefix } from './page-title.ts'

interface ErrorSummaryProps {
  readonly problems: readonly FormProblem[]
  /** Names of the fields on the page, so that only what can be reached is a link. */
  readonly names: readonly string[]
}

/** What is wrong with a form, at its top: takes the focus, links to the fields and marks the tab's title. */
export function ErrorSummary({ problems, names }: ErrorSummaryProps) {
  const { t } = useTranslation('ui')
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (problems.length === 0) return
    document.title = withErrorPrefix(document.title)
    box.current?.focus()
    return () => {
      document.title = withoutErrorPrefix(document.title)
    }
  }, [problems])

  if (problems.length === 0) return null
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="group" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('errorSummary', { count: problems.length })}</h2>
      <ul>
        {inPageOrder(problems, names).map((problem) => {
          const field = fieldOf(problem, names)
          return (
            <li key={`${problem.name ?? ''}${problem.message}`}>
              {field ? <SummaryLink name={field} message={problem.message} /> : problem.message}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

interface SummaryLinkProps {
  readonly name: string
  readonly message: string
}

function SummaryLink({ name, message }: SummaryLinkProps) {
  return (
    <a
      href={`#${fieldId(name)}`}
      onClick={(event) => {
        event.preventDefault()
        const control = document.getElementById(fieldId(name))
        control?.focus()
        control?.scrollIntoView({ block: 'center' })
      }}
    >
      {message}
    </a>
  )
}
