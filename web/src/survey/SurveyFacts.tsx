import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SurveyFacts_SurveyFragment } from '../gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { dayOf, formatDay, formatInstant, formatPeriod } from '../i18n/format.ts'
import { questionnairePath } from '../questionnaire/questionnaire.paths.ts'
import { Card } from '../ui/Card.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Facts } from '../ui/Facts.tsx'

export const SurveyFacts_survey = graphql(`
  fragment SurveyFacts_survey on Survey {
    id
    opensOn
    closesOn
    closedAt
    createdAt
    sampleType
    informationClause
    contactPhone
    organisation {
      id
      name
    }
    questionnaireVersion {
      id
      number
      questionnaire {
        id
        key
        title
      }
    }
    versions {
      since
      responseCount
      version {
        id
        number
      }
    }
  }
`)

interface SurveyFactsProps {
  readonly survey: FragmentType<typeof SurveyFacts_survey>
}

/** What was settled when the survey was opened, and the versions of its questionnaire since. */
export function SurveyFacts({ survey }: SurveyFactsProps) {
  const { t } = useTranslation('survey')
  const facts = readFragment(SurveyFacts_survey, survey)
  const { questionnaire, number } = facts.questionnaireVersion
  return (
    <Card title={t('facts.title')}>
      <Facts
        facts={[
          {
            label: t('facts.questionnaire'),
            value: (
              <Link to={questionnairePath(questionnaire.key)}>
                {t('facts.version', { title: questionnaire.title, number })}
              </Link>
            ),
          },
          ...(facts.versions.length > 1
            ? [{ label: t('facts.versions'), value: <VersionList versions={facts.versions} /> }]
            : []),
          { label: t('facts.organisation'), value: facts.organisation.name },
          { label: t('facts.period'), value: formatPeriod(facts.opensOn, facts.closesOn) },
          ...(facts.closedAt ? [{ label: t('facts.closed'), value: formatInstant(facts.closedAt) }] : []),
          { label: t('facts.sample'), value: t(`sample.${facts.sampleType}.label`) },
          { label: t('facts.phone'), value: facts.contactPhone },
          { label: t('facts.created'), value: formatInstant(facts.createdAt) },
        ]}
      />
      <Disclosure summary={t('facts.clause')}>
        <p className="clause measure">{facts.informationClause}</p>
      </Disclosure>
    </Card>
  )
}

interface VersionListProps {
  readonly versions: SurveyFacts_SurveyFragment['versions']
}

/** Since when each version was shown, and how many answered it. */
function VersionList({ versions }: VersionListProps) {
  const { t } = useTranslation('survey')
  return (
    <ul className="plain-list">
      {versions.map(({ since, responseCount, version }) => (
        <li key={version.id}>
          {t('facts.versionSince', { number: version.number, day: formatDay(dayOf(new Date(since))) })}{' '}
          {t('facts.versionResponses', { count: responseCount })}
        </li>
      ))}
    </ul>
  )
}
