import type { ComponentChildren } from 'preact'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { FORM_ID, MOVE_FIELD, plainForm, postAddress, STATE_FIELD } from './plain/plain-form.ts'

interface PageFormProps {
  readonly survey: Pick<PublicSurvey, 'code'>
  readonly class?: string | undefined
  readonly onGoOn?: () => void
  readonly children: ComponentChildren
}

/** The form of a screen: its script goes on by itself, and where none runs the page is posted. */
export function PageForm({ survey, class: look, onGoOn, children }: PageFormProps) {
  const plain = plainForm()
  return (
    <form
      id={FORM_ID}
      class={look}
      method="post"
      action={postAddress(survey.code)}
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        onGoOn?.()
      }}
    >
      {plain && <input type="hidden" name={STATE_FIELD} value={plain.state} />}
      {children}
    </form>
  )
}

/** A form around a screen whose buttons do everything by script; nothing where the script runs. */
export function PlainPageForm({ survey, children }: PageFormProps) {
  return plainForm() ? <PageForm survey={survey}>{children}</PageForm> : <>{children}</>
}

interface MoveButtonProps {
  /** What the server is asked to do where no script runs. */
  readonly move: string
  /** Id of what takes the focus then. */
  readonly to?: string
  readonly survey?: Pick<PublicSurvey, 'code'>
  readonly class: string
  readonly id?: string
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string | undefined
  readonly onClick: () => void
  readonly children: ComponentChildren
}

/** A button that does something on the page, or posts the page. */
export function MoveButton({ move, to, survey, onClick, children, ...more }: MoveButtonProps) {
  if (!plainForm()) {
    return (
      <button type="button" onClick={onClick} {...more}>
        {children}
      </button>
    )
  }
  const address = survey && to !== undefined ? `${postAddress(survey.code)}#${to}` : undefined
  return (
    <button type="submit" form={FORM_ID} name={MOVE_FIELD} value={move} formaction={address} {...more}>
      {children}
    </button>
  )
}

interface EnterGoesOnProps {
  readonly move: string
}

/** First among the buttons of the document, so that the Enter key goes on, whatever else the page offers. */
export function EnterGoesOn({ move }: EnterGoesOnProps) {
  return plainForm() ? (
    <button
      type="submit"
      form={FORM_ID}
      name={MOVE_FIELD}
      value={move}
      class="only-heard"
      tabIndex={-1}
      aria-hidden="true"
    />
  ) : null
}
