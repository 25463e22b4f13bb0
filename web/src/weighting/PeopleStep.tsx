import type { Trait } from '@rozeznanie/core/weighting'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, type FormProblem } from '../ui/form-problems.ts'
import { TextField } from '../ui/TextField.tsx'
import { MarginCard } from './MarginCard.tsx'
import { StepPage } from './StepPage.tsx'
import { keyOf, toggled, withMargin, type WeightsDraft } from './weights-draft.ts'

interface PeopleStepProps {
  readonly draft: WeightsDraft
  readonly traits: readonly Trait[]
  readonly problems: readonly FormProblem[]
  readonly isBusy: boolean
  readonly onChange: (draft: WeightsDraft) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

/** Names of the fields in the order of the page, so that the summary of problems leads to them. */
function fieldNames({ margins }: WeightsDraft): readonly string[] {
  const each = margins.flatMap(({ categories }, at) => [
    ...categories.map((_, place) => `margins.${at}.categories.${place}`),
    ...['source', 'table', 'day'].map((field) => `margins.${at}.${field}`),
  ])
  return [...each, 'populationSize']
}

/** How many people of the population belong to each group, with where the numbers are from. */
export function PeopleStep(props: PeopleStepProps) {
  const { draft, traits, problems, isBusy, onChange, onBack, onNext } = props
  const { t } = useTranslation('weighting')
  const [first] = draft.margins
  return (
    <StepPage step="people" lead={<p className="measure">{t('people.lead')}</p>}>
      <Form
        label={t('people.title')}
        problems={problems}
        names={fieldNames(draft)}
        isWide
        onSubmit={onNext}
        actions={
          <>
            <Button type="submit" isBusy={isBusy}>
              {t('people.check')}
            </Button>
            <Button look="secondary" onClick={onBack}>
              {t('back')}
            </Button>
          </>
        }
      >
        {draft.margins.map((margin, at) => (
          <MarginCard
            key={keyOf(margin.traits)}
            at={at}
            margin={margin}
            traits={traits}
            problems={problems}
            sourceOf={at > 0 ? first : undefined}
            onChange={(next) => onChange(withMargin(draft, at, next))}
            onRemove={draft.margins.length > 1 ? () => onChange(toggled(draft, margin)) : undefined}
          />
        ))}
        <TextField
          name="populationSize"
          label={t('people.size')}
          hint={t('people.sizeHint')}
          error={errorOf(problems, 'populationSize')}
          value={draft.populationSize}
          onChange={(populationSize) => onChange({ ...draft, populationSize })}
          isShort
          isOptional={draft.margins.some(({ unit }) => unit === 'PEOPLE')}
        />
      </Form>
    </StepPage>
  )
}
