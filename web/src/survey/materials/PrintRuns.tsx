import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts'
import { dayOf, formatDay } from '../../i18n/format.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { printPath } from '../survey.paths.ts'
import { useLanguageName } from './use-language-name.ts'

export const PrintRuns_survey = graphql(`
  fragment PrintRuns_survey on Survey {
    id
    printRuns {
      firstSheet
      lastSheet
      language
      isLarge
      plannedAt
    }
  }
`)

interface PrintRunsProps {
  readonly survey: FragmentType<typeof PrintRuns_survey>
}

/** Which numbers are printed, each run to be had again as it was. */
export function PrintRuns({ survey }: PrintRunsProps) {
  const { t } = useTranslation('materials')
  const languageName = useLanguageName()
  const { id, printRuns } = readFragment(PrintRuns_survey, survey)
  if (printRuns.length === 0) return null
  return (
    <section className="stack-tight">
      <h3>{t('runs.title')}</h3>
      <ul className="materials__runs">
        {printRuns.map(({ firstSheet, lastSheet, language, isLarge, plannedAt }) => (
          <li key={firstSheet}>
            <div className="stack-tight">
              <p>{t('runs.numbers', { from: firstSheet, to: lastSheet })}</p>
              <p className="muted">
                {[
                  formatDay(dayOf(new Date(plannedAt))),
                  t(isLarge ? 'booklet.large' : 'booklet.normal'),
                  ...(language === 'pl' ? [] : [languageName(language)]),
                ].join(' · ')}
              </p>
            </div>
            <LinkButton
              to={printPath(id, 'booklet', { from: firstSheet, copies: lastSheet - firstSheet + 1 })}
              look="quiet"
              isDownload
              label={t('runs.againLabel', { from: firstSheet, to: lastSheet })}
            >
              {t('runs.again')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
