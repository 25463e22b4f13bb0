import type { FormFormat, FormPlace } from '@rozeznanie/core/interchange'
import { useTranslation } from 'react-i18next'
import { asSentence, isWholeForm } from './loss-lines.ts'

/** Says where in a file something stands, as people count there. */
export function usePlaceWords(format: FormFormat): (place: FormPlace) => string {
  const { t } = useTranslation('interchange')
  return (place) => {
    const { sheet, row, column } = place
    const what = isWholeForm(place) ? 'whole' : format
    return asSentence(
      column === undefined
        ? t(`place.${what}`, { sheet, row })
        : t(`place.${what}Column`, { sheet, row, column }),
    )
  }
}
