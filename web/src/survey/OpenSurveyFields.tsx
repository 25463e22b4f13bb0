import { SAMPLE_TYPES, type SampleType, USUAL_GRACE_DAYS } from '@rozeznanie/core/survey'
import { useTranslation } from 'react-i18next'
import type { OpenSurveyInput } from '../gql/graphql.ts'
import { formatPeriod } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { errorOf, type FormProblem } from '../ui/form-problems.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { RadioGroupField } from '../ui/RadioGroupField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextAreaField } from '../ui/TextAreaField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { GraceField } from './GraceField.tsx'
import type { SurveyChoices, SurveyDraft } from './survey-draft.ts'

interface FieldsProps {
  readonly choices: SurveyChoices
  readonly input: OpenSurveyInput
  readonly problems: readonly FormProblem[]
  readonly change: (part: Partial<SurveyDraft>) => void
}

/** Which questions, where, and what the survey is called. */
export function SubjectFields({ choices, input, problems, change }: FieldsProps) {
  const { t } = useTranslation('survey')
  const organisation = choices.organisations.find(({ id }) => id === input.organisationId)
  return (
    <>
      <SelectField
        name="questionnaireVersionId"
        label={t('field.questionnaire')}
        choices={choices.versions.map(({ id, title }) => ({ value: id, label: title }))}
        emptyLabel={t('field.choose')}
        value={input.questionnaireVersionId}
        onChange={(questionnaireVersionId) => change({ questionnaireVersionId })}
        error={errorOf(problems, 'questionnaireVersionId')}
      />
      {choices.organisations.length > 1 && (
        <SelectField
          name="organisationId"
          label={t('field.organisation')}
          choices={choices.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          value={input.organisationId}
          onChange={(organisationId) => change({ organisationId })}
          error={errorOf(problems, 'organisationId')}
        />
      )}
      <SelectField
        name="municipalityCode"
        label={t('field.municipality')}
        hint={t('field.municipalityHint')}
        choices={(organisation?.municipalities ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        emptyLabel={t('field.choose')}
        value={input.municipalityCode}
        onChange={(municipalityCode) => change({ municipalityCode })}
        error={errorOf(problems, 'municipalityCode')}
      />
      <TextField
        name="title"
        label={t('field.title')}
        hint={t('field.titleHint')}
        value={input.title}
        onChange={(title) => change({ title })}
        error={errorOf(problems, 'title')}
      />
    </>
  )
}

/** The day that institutions answer about, where institutions are asked. */
export function ReferenceField({ choices, input, problems, change }: FieldsProps) {
  const { t } = useTranslation('survey')
  const version = choices.versions.find(({ id }) => id === input.questionnaireVersionId)
  if (!version?.isForInstitutions) return null
  return (
    <>
      <p>{t('field.institutions')}</p>
      <DateField
        name="referenceOn"
        label={t('field.referenceOn')}
        hint={t('field.referenceOnHint')}
        value={input.referenceOn ?? ''}
        onChange={(referenceOn) => change({ referenceOn })}
        error={errorOf(problems, 'referenceOn')}
      />
    </>
  )
}

/** Both days inclusive. */
export function DateFields({ input, problems, change }: FieldsProps) {
  const { t } = useTranslation('survey')
  return (
    <>
      <div className="date-pair">
        <DateField
          name="opensOn"
          label={t('field.opensOn')}
          value={input.opensOn}
          onChange={(opensOn) => change({ opensOn })}
          error={errorOf(problems, 'opensOn')}
        />
        <DateField
          name="closesOn"
          label={t('field.closesOn')}
          value={input.closesOn}
          onChange={(closesOn) => change({ closesOn })}
          error={errorOf(problems, 'closesOn')}
        />
      </div>
      <p className="muted">
        {input.opensOn && input.closesOn
          ? t('field.periodText', { period: formatPeriod(input.opensOn, input.closesOn) })
          : t('field.periodMissing')}
      </p>
      <Disclosure summary={t('grace.advanced')}>
        <GraceField
          value={input.graceDays ?? USUAL_GRACE_DAYS}
          onChange={(graceDays) => change({ graceDays })}
          error={errorOf(problems, 'graceDays')}
        />
      </Disclosure>
    </>
  )
}

/** How respondents are found, in plain words. */
export function SampleFields({ input, problems, change }: FieldsProps) {
  const { t } = useTranslation('survey')
  const order: readonly SampleType[] = [...SAMPLE_TYPES].reverse()
  return (
    <RadioGroupField
      name="sampleType"
      label={t('field.sample')}
      hint={t('field.sampleHint')}
      choices={order.map((type) => ({
        value: type,
        label: t(`sample.${type}.label`),
        hint: t(`sample.${type}.hint`),
      }))}
      value={input.sampleType}
      onChange={(value) => change({ sampleType: SAMPLE_TYPES.find((type) => type === value) })}
      error={errorOf(problems, 'sampleType')}
    />
  )
}

interface ClauseFieldsProps extends FieldsProps {
  /** The person changed the suggested clause. */
  readonly isOwnClause: boolean
}

/** What the respondent reads before answering. */
export function ClauseFields({ input, problems, change, isOwnClause }: ClauseFieldsProps) {
  const { t } = useTranslation('survey')
  return (
    <>
      <TextField
        name="contactPhone"
        label={t('field.phone')}
        hint={t('field.phoneHint')}
        type="tel"
        isShort
        value={input.contactPhone}
        onChange={(contactPhone) => change({ contactPhone })}
        error={errorOf(problems, 'contactPhone')}
      />
      <TextAreaField
        name="informationClause"
        label={t('field.clause')}
        hint={t('field.clauseHint')}
        rows={14}
        value={input.informationClause}
        onChange={(informationClause) => change({ informationClause })}
        error={errorOf(problems, 'informationClause')}
      />
      {isOwnClause && (
        <div className="row">
          <Button look="secondary" onClick={() => change({ informationClause: null })}>
            {t('field.clauseReset')}
          </Button>
        </div>
      )}
    </>
  )
}
