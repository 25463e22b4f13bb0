import type { MarginUnit, Trait } from '@rozeznanie/core/weighting'
import { bandLabel } from '@rozeznanie/core/fieldwork'
import { useTranslation } from 'react-i18next'
import { formatCount, formatDay, formatDecimal } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { errorOf, type FormProblem } from '../ui/form-problems.ts'
import { RadioGroupField } from '../ui/RadioGroupField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { capital } from './comparison-data.ts'
import { PasteBox } from './PasteBox.tsx'
import {
  AGE_BANDS,
  agesOf,
  type DraftMargin,
  sumOf,
  withAges,
  withoutCategory,
  withPeople,
} from './weights-draft.ts'

interface MarginCardProps {
  /** Its place among the margins. */
  readonly at: number
  readonly margin: DraftMargin
  readonly traits: readonly Trait[]
  readonly problems: readonly FormProblem[]
  /** A margin whose source can be taken over with one press. */
  readonly sourceOf: DraftMargin | undefined
  readonly onChange: (margin: DraftMargin) => void
  /** Absent for the only margin. */
  readonly onRemove: (() => void) | undefined
}

/** The numbers of one distribution: typed, or pasted from a spreadsheet, with their source and day. */
export function MarginCard(props: MarginCardProps) {
  const { at, margin, problems, onRemove } = props
  const { t } = useTranslation('weighting')
  const isWrong = problems.some(({ name }) => name?.startsWith(`margins.${at}.`))
  return (
    <Card
      title={capital(margin.name)}
      titleLevel={3}
      aside={
        onRemove && (
          <Button look="quiet" onClick={onRemove} label={t('people.removeLabel', { name: margin.name })}>
            {t('people.remove')}
          </Button>
        )
      }
    >
      {margin.isKnown && !isWrong ? (
        <>
          <p>{t('people.known', { source: margin.source, day: formatDay(margin.day) })}</p>
          <Disclosure summary={t('people.mend')}>
            <MarginFields {...props} />
          </Disclosure>
        </>
      ) : (
        <MarginFields {...props} />
      )}
    </Card>
  )
}

function MarginFields(props: MarginCardProps) {
  const { at, margin, traits, problems, onChange } = props
  const { t } = useTranslation('weighting')
  const path = `margins.${at}`
  const ages = agesOf(margin, traits)
  const whole = problems.find(({ name }) => name === `${path}.categories`)?.message
  return (
    <div className="stack">
      <RadioGroupField
        name={`${path}.unit`}
        label={t('people.unit')}
        value={margin.unit}
        choices={(['PEOPLE', 'PERCENT'] as const).map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        onChange={(unit) => onChange({ ...margin, unit: unit as MarginUnit })}
      />
      {ages && (
        <SelectField
          name={`${path}.ages`}
          label={t('people.ages')}
          value={ages.join()}
          choices={AGE_BANDS.map((bounds) => ({
            value: bounds.join(),
            label: bounds.map((from) => bandLabel(from, bounds)).join(', '),
          }))}
          {...(ages.length === 0 && { emptyLabel: t('people.ownAges') })}
          onChange={(value) =>
            value !== '' && onChange(withAges(margin, traits, value.split(',').map(Number)))
          }
        />
      )}
      <PasteBox at={at} margin={margin} onChange={onChange} />
      {whole && <p className="field__error">{whole}</p>}
      <Figures at={at} margin={margin} problems={problems} onChange={onChange} />
      <Total margin={margin} />
      <SourceFields {...props} />
    </div>
  )
}

function Total({ margin }: Pick<MarginCardProps, 'margin'>) {
  const { t } = useTranslation('weighting')
  const sum = sumOf(margin)
  const shown = margin.unit === 'PERCENT' ? `${formatDecimal(sum, sum % 1 === 0 ? 0 : 1)}%` : formatCount(sum)
  return (
    <p className="margin-total" role="status">
      {t('people.total', { sum: shown })}
    </p>
  )
}

type FiguresProps = Pick<MarginCardProps, 'at' | 'margin' | 'problems' | 'onChange'>

function Figures({ at, margin, problems, onChange }: FiguresProps) {
  const { t } = useTranslation('weighting')
  const { categories } = margin
  return (
    <div className="margin-figures" role="group" aria-label={margin.name}>
      {categories.map(({ label, people }, place) => {
        const name = `margins.${at}.categories.${place}`
        return (
          <div className="margin-figure" key={label}>
            <TextField
              name={name}
              label={label}
              value={people}
              error={errorOf(problems, name)}
              onChange={(text) => onChange(withPeople(margin, place, text))}
              isShort
            />
            {categories.length > 2 && (
              <Button
                look="quiet"
                label={t('people.skipLabel', { label })}
                onClick={() => onChange(withoutCategory(margin, place))}
              >
                {t('people.skip')}
              </Button>
            )}
          </div>
        )
      })}
    </div>
  )
}

function SourceFields({ at, margin, problems, sourceOf, onChange }: MarginCardProps) {
  const { t } = useTranslation('weighting')
  const path = `margins.${at}`
  const isOffered = sourceOf && sourceOf.source !== '' && margin.source === ''
  return (
    <>
      {isOffered && (
        <div className="row">
          <Button
            look="secondary"
            label={t('people.sameSourceLabel', { source: sourceOf.source, name: margin.name })}
            onClick={() => onChange({ ...margin, source: sourceOf.source, day: sourceOf.day })}
          >
            {t('people.sameSource', { source: sourceOf.source })}
          </Button>
        </div>
      )}
      <div className="columns">
        <TextField
          name={`${path}.source`}
          label={t('people.source')}
          context={margin.name}
          hint={t('people.sourceHint')}
          error={errorOf(problems, `${path}.source`)}
          value={margin.source}
          onChange={(source) => onChange({ ...margin, source })}
        />
        <TextField
          name={`${path}.table`}
          label={t('people.table')}
          context={margin.name}
          hint={t('people.tableHint')}
          error={errorOf(problems, `${path}.table`)}
          value={margin.table}
          onChange={(table) => onChange({ ...margin, table })}
          isOptional
        />
        <DateField
          name={`${path}.day`}
          label={t('people.day')}
          context={margin.name}
          hint={t('people.dayHint')}
          error={errorOf(problems, `${path}.day`)}
          value={margin.day}
          onChange={(day) => onChange({ ...margin, day })}
        />
      </div>
    </>
  )
}
