import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { formatInstant, formatPeriod } from '../i18n/format.ts'
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
  }
`)

interface SurveyFactsProps {
  readonly survey: FragmentType<typeof SurveyFacts_survey>
}

/** What was settled when the survey was opened; it does not change any more. */
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
