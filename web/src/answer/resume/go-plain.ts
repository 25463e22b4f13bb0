import { FORM_ID, postAddress } from '../plain/plain-form.ts'

/**
 * Goes over to the page without scripts, with the form as it stands: where the browser lets no page seal anything
 * (an address without https), the server does it on the person's behalf.
 */
export function goPlain(surveyCode: string, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement('form')
  form.id = `${FORM_ID}-dalej`
  form.method = 'post'
  form.action = postAddress(surveyCode)
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}
