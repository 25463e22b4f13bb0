import { languagesBegun, missingTranslations, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../ui/SelectField.tsx'
import { nameOfLanguage } from '../language-names.ts'
import { autonymOf, OFFERED_LANGUAGES } from './languages.ts'

interface LanguagePickerProps {
  readonly questionnaire: Questionnaire
  readonly language: string | null
  readonly onChoose: (language: string) => void
}

/** The languages that have been begun, with what they lack, and others to add. */
export function LanguagePicker({ questionnaire, language, onChoose }: LanguagePickerProps) {
  const { t } = useTranslation('translations')
  const begun = [...new Set([...languagesBegun(questionnaire), ...(language ? [language] : [])])]
  const others = OFFERED_LANGUAGES.filter((code) => !begun.includes(code))
  return (
    <div className="language-picker">
      {begun.length > 0 && (
        <div role="group" aria-label={t('languages')} className="language-picker__begun">
          {begun.map((code) => (
            <button
              key={code}
              type="button"
              className="language-choice"
              aria-pressed={code === language}
              onClick={() => onChoose(code)}
            >
              <span className="language-choice__name">
                <span lang={code}>{autonymOf(code)}</span> – {nameOfLanguage(code)}
              </span>
              <span className="muted">
                {t('missing', { count: missingTranslations(questionnaire, code).length })}
              </span>
            </button>
          ))}
        </div>
      )}
      <SelectField
        name="addLanguage"
        label={t('add')}
        emptyLabel={t('addChoose')}
        choices={others.map((code) => ({
          value: code,
          label: t('language', { autonym: autonymOf(code), name: nameOfLanguage(code) }),
        }))}
        value=""
        onChange={(code) => code !== '' && onChoose(code)}
      />
    </div>
  )
}
