import { languageName } from './language.ts'
import { FORM_ID, LANGUAGE_FIELD, MOVE_FIELD, plainForm } from './plain/plain-form.ts'
import { texts } from './texts.ts'
import type { Speech } from './use-speech.ts'

interface LanguageChoiceProps {
  readonly speech: Speech
}

/** The languages of the survey, each called as in itself. */
export function LanguageChoice({ speech }: LanguageChoiceProps) {
  const change = (
    <button type="submit" class="secondary" form={FORM_ID} name={MOVE_FIELD} value="jezyk">
      OK
    </button>
  )
  return (
    <p class="language">
      <label for="jezyk">
        <span lang="pl">Język</span> · <span lang="uk">Мова</span> · <span lang="en">Language</span>
      </label>
      <select
        id="jezyk"
        form={FORM_ID}
        name={LANGUAGE_FIELD}
        autocomplete="off"
        value={speech.chosen}
        onChange={(event) => speech.choose(event.currentTarget.value)}
      >
        {speech.offered.map((code) => (
          <option key={code} value={code} lang={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
      {plainForm() ? change : <noscript>{change}</noscript>}
      <span role="status">{speech.hasFailed && texts.languageFailed}</span>
    </p>
  )
}
