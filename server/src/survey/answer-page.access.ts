import type { PublicForm } from '@rozeznanie/core/institution'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import {
  jsonForHtml,
  PLAIN_SHELL,
  publicSurveyOf,
  UNKNOWN_FORM,
  withNotice,
  withSurvey,
} from './answer-page.ts'

export { publicSurveyOf }

/** The document of one institution's form, with its survey and its answers inside. */
export function formDocument(shell: string | null, survey: PublicSurvey, form: PublicForm): string {
  const script = `<script type="application/json" id="form">${jsonForHtml(form)}</script><!--survey-->`
  const withForm = (shell ?? PLAIN_SHELL).replace('<!--survey-->', () => script)
  return withSurvey(withForm, `${survey.title} – formularz`, survey.contactPhone, survey)
}

/** The document of an address that leads to no form. */
export function unknownFormDocument(shell: string | null): string {
  const bare = (shell ?? PLAIN_SHELL).replace(/<script\b[^>]*><\/script>/g, '')
  return withSurvey(withNotice(bare, UNKNOWN_FORM), UNKNOWN_FORM.heading, null, null)
}
