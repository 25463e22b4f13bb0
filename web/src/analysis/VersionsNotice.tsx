import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Notice } from '../ui/Notice.tsx'

export const VersionsNotice_results = graphql(`
  fragment VersionsNotice_results on SurveyResults {
    versionCounts {
      number
      count
    }
  }
`)

interface VersionsNoticeProps {
  readonly results: FragmentType<typeof VersionsNotice_results>
  readonly isFiltered: boolean
}

/** How the versions of a survey that moved are counted; nothing where it never did. */
export function VersionsNotice({ results, isFiltered }: VersionsNoticeProps) {
  const { t } = useTranslation('analysis')
  const { versionCounts } = readFragment(VersionsNotice_results, results)
  if (versionCounts.length < 2) return null
  const counts = versionCounts.map(({ number, count }) => t('versions.count', { number, count }))
  return (
    <Notice title={t('versions.title')}>
      <p>
        {t(isFiltered ? 'versions.filtered' : 'versions.all')} {counts.join('; ')}.
      </p>
      <p>{t('versions.text')}</p>
    </Notice>
  )
}
