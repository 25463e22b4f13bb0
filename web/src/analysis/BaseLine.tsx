import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { formatCount } from '../i18n/format.ts'
import { baseSize } from './base-size.ts'

export const BaseLine_base = graphql(`
  fragment BaseLine_base on SummaryBase {
    askedCount
    validCount
    notApplicableCount
    refusedCount
  }
`)

interface BaseLineProps {
  readonly base: FragmentType<typeof BaseLine_base>
}

/** How many people stand behind a figure, and what that allows to say. */
export function BaseLine({ base }: BaseLineProps) {
  const { t } = useTranslation('analysis')
  const { askedCount, validCount, notApplicableCount, refusedCount } = readFragment(BaseLine_base, base)
  const size = baseSize(validCount)
  return (
    <div className="base-line">
      <p className="muted">
        {t('base.line', {
          count: validCount,
          valid: formatCount(validCount),
          asked: formatCount(askedCount),
        })}
        {notApplicableCount > 0 && ` ${t('base.notApplicable', { count: notApplicableCount })}`}
        {refusedCount > 0 && ` ${t('base.refused', { count: refusedCount })}`}
      </p>
      {size !== 'full' && <p className="base-line__caution">{t(`base.${size}`)}</p>}
    </div>
  )
}
