import { useTranslation } from 'react-i18next'
import type { ChoiceWords } from './column-choice.ts'

/** The words of the mapping lists in the language of the interface. */
export function useChoiceWords(): ChoiceWords {
  const { t } = useTranslation('import')
  return {
    ignore: t('columns.ignore'),
    sheetNumber: t('columns.sheetNumber'),
    whole: t('columns.whole'),
    otherText: t('columns.otherText'),
    row: (label) => t('columns.row', { label }),
    option: (label) => t('columns.option', { label }),
    place: (place) => t('columns.place', { place }),
  }
}
