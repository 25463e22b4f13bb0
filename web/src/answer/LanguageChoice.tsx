import { languageName } from './language.ts'
import { texts } from './texts.ts'
import type { Speech } from './use-speech.ts'

interface LanguageChoiceProps {
  readonly speech: Speech
}

/** The languages of the survey, each called as in itself. */
export function LanguageChoice({ speech }: LanguageChoiceProps) {
  return (
    <p class="language">
      <label for="jezyk">
        <span lang="pl">Język</span> · <span lang="uk">Мова</span> · <span lang="en">Language</span>
      </label>
      <select
        id="jezyk"
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
      <span role="status">{speech.hasFailed && texts.languageFailed}</span>
    </p>
  )
}
