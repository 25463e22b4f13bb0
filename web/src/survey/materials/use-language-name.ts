import { useTranslation } from 'react-i18next'

/** The Polish name of a language; its code where the house knows none. */
export function useLanguageName(): (language: string) => string {
  const { t } = useTranslation('materials')
  return (language) => t(`languages.${language}`, { defaultValue: language })
}
