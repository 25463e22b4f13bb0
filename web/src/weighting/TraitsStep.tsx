import type { RecipeMargin, Trait } from '@rozeznanie/core/weighting'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { CheckboxGroupField } from '../ui/CheckboxGroupField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { capital } from './comparison-data.ts'
import { StepPage } from './StepPage.tsx'
import { keyOf, marginOf, offeredMargins, toggled, type WeightsDraft } from './weights-draft.ts'

interface TraitsStepProps {
  readonly draft: WeightsDraft
  readonly traits: readonly Trait[]
  readonly known: readonly RecipeMargin[]
  readonly isOpenLink: boolean
  readonly isReached: boolean
  readonly onChange: (draft: WeightsDraft) => void
  readonly onNext: () => void
}

/** What the answers are to be compared with the population by. */
export function TraitsStep(props: TraitsStepProps) {
  const { draft, traits, known, isOpenLink, isReached, onChange, onNext } = props
  const { t } = useTranslation('weighting')
  const [isAsked, setIsAsked] = useState(false)
  const offered = offeredMargins(traits, known)
  const chosen = draft.margins.map((margin) => keyOf(margin.traits))
  const others = draft.margins
    .filter((margin) => offered.every(({ key }) => key !== keyOf(margin.traits)))
    .map((margin) => ({ key: keyOf(margin.traits), name: margin.name, make: () => margin }))
  const all = [...offered, ...others]
  const change = (values: readonly string[]) => {
    const pressed = all.find(({ key }) => values.includes(key) !== chosen.includes(key))
    if (pressed) onChange(toggled(draft, pressed.make()))
  }
  const isKnown = (key: string) => known.some((margin) => keyOf(margin.traits) === key)
  const next = () => (draft.margins.length === 0 ? setIsAsked(true) : onNext())
  return (
    <StepPage step="traits" isReached={isReached} lead={<p className="measure">{t('traits.lead')}</p>}>
      {isOpenLink && (
        <Notice tone="warning" title={t('openLink.title')}>
          <p>{t('openLink.text')}</p>
        </Notice>
      )}
      <div className="measure stack">
        <CheckboxGroupField
          name="margins"
          label={t('traits.choose')}
          hint={t('traits.hint')}
          {...(isAsked && draft.margins.length === 0 && { error: t('traits.none') })}
          values={chosen}
          choices={all.map(({ key, name }) => ({
            value: key,
            label: capital(name),
            ...(isKnown(key) && { hint: t('traits.known') }),
          }))}
          onChange={change}
        />
        <OtherTrait
          traits={traits}
          taken={all.map(({ key }) => key)}
          onAdd={(own) => onChange(toggled(draft, marginOf(own)))}
        />
      </div>
      <div className="row">
        <Button onClick={next}>{t('next')}</Button>
      </div>
    </StepPage>
  )
}

interface OtherTraitProps {
  readonly traits: readonly Trait[]
  readonly taken: readonly string[]
  readonly onAdd: (traits: readonly Trait[]) => void
}

/** Any other question with one answer, alone or crossed with a second one. */
function OtherTrait({ traits, taken, onAdd }: OtherTraitProps) {
  const { t } = useTranslation('weighting')
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const choices = traits.map(({ key, label }) => ({ value: key, label }))
  const own = [first, second].flatMap((key) => traits.filter((trait) => trait.key === key))
  const isTaken = taken.includes(keyOf(own.map(({ key }) => key)))
  const add = () => {
    if (own.length === 0 || first === '' || isTaken) return
    onAdd(own)
    setFirst('')
    setSecond('')
  }
  return (
    <Disclosure summary={t('traits.other')}>
      <div className="stack-tight">
        <p>{t('traits.otherLead')}</p>
        <SelectField
          name="firstTrait"
          label={t('traits.first')}
          emptyLabel={t('traits.pick')}
          value={first}
          choices={choices}
          {...(isTaken && { error: t('traits.taken') })}
          onChange={setFirst}
        />
        <SelectField
          name="secondTrait"
          label={t('traits.second')}
          hint={t('traits.secondHint')}
          emptyLabel={t('traits.alone')}
          value={second}
          choices={choices.filter(({ value }) => value !== first)}
          onChange={setSecond}
          isOptional
        />
        <div className="row">
          <Button look="secondary" onClick={add}>
            {t('traits.add')}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}
