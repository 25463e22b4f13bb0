import { scopeOfRule, type ValueType } from '@rozeznanie/core/questionnaire'
import { BLANK_CLAUSE, typeOfForm, type Measure } from '@rozeznanie/core/questionnaire/editing'
import { useCallback, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../ui/SelectField.tsx'
import {
  CALCULATIONS,
  hasMeasure,
  isMeasure,
  readCalculation,
  writeCalculation,
  type CalculationForm,
} from './calculation-form.ts'
import { ClauseGroupFields, WhereFields } from './ClauseGroupFields.tsx'
import { withoutEmptyGroups } from './clause-edits.ts'
import { InnerAnswerField } from './InnerAnswerField.tsx'
import { memberChoices, withMember } from './member-choices.ts'
import { aboutOfValue, valueOfAbout } from './question-choices.ts'
import { QuestionPicker } from './QuestionPicker.tsx'
import { useRule, useScope } from './rule-context.ts'
import { RuleFrame } from './RuleFrame.tsx'
import { SummedAnswers } from './SummedAnswers.tsx'
import { useRuleDraft } from './use-rule-draft.ts'

interface CalculationEditorProps {
  readonly value: string | undefined
  readonly onChange: (text: string | undefined) => void
}

/** A calculation is never without an expression; this one stands for none. */
const NOTHING = '0'

/** What a calculated value is worked out from. */
export function CalculationEditor({ value, onChange }: CalculationEditorProps) {
  const { t } = useTranslation('conditions')
  const { book, rule } = useRule()
  const name = `rule-${useId()}`
  const scope = useMemo(() => scopeOfRule(book, rule), [book, rule])
  const { text, form, setForm, setText } = useRuleDraft<CalculationForm>({
    value: value === NOTHING ? '' : value,
    read: (written) => readCalculation(written, scope),
    write: (calculation) => writeCalculation(calculation, scope),
    onChange,
  })
  return (
    <RuleFrame
      {...{ name, text }}
      isShowable={form !== null}
      areProblemsSaid={form?.mode === 'condition'}
      onText={setText}
    >
      {form && (
        <div className="clause__fields">
          <SelectField
            name={`${name}.mode`}
            label={t('calculation.what')}
            value={form.mode}
            choices={CALCULATIONS.map((mode) => ({ value: mode, label: t(`calculation.${mode}`) }))}
            onChange={(chosen) => {
              const mode = CALCULATIONS.find((one) => one === chosen)
              if (mode) setForm({ ...form, mode })
            }}
          />
          <CalculationFields {...{ name, form }} onChange={setForm} />
        </div>
      )}
    </RuleFrame>
  )
}

interface CalculationFieldsProps {
  readonly name: string
  readonly form: CalculationForm
  readonly onChange: (form: CalculationForm) => void
}

function CalculationFields({ name, form, onChange }: CalculationFieldsProps) {
  const { t } = useTranslation('conditions')
  const { rosters } = useRule().rule
  if (form.mode === 'condition') {
    return (
      <ClauseGroupFields
        name={name}
        label={t('group.whole')}
        group={form.group}
        rosters={rosters}
        onChange={(group) => onChange({ ...form, group: withoutEmptyGroups(group) })}
      />
    )
  }
  if (isMeasure(form.mode)) return <MeasuredAnswer {...{ name, form, onChange }} measure={form.mode} />
  return <SummedAnswers name={name} keys={form.keys} onChange={(keys) => onChange({ ...form, keys })} />
}

/** The answer that is looked at, the part of it, and which of its items count. */
function MeasuredAnswer({
  name,
  form,
  measure,
  onChange,
}: CalculationFieldsProps & { readonly measure: Measure }) {
  const { t } = useTranslation('conditions')
  const { rosters } = useRule().rule
  const scope = useScope(rosters)
  const { clause } = form
  const isWanted = useCallback(
    (type: ValueType) =>
      measure === 'value' ? type.type !== 'roster' && type.type !== 'codes' : hasMeasure(type, measure),
    [measure],
  )
  const change = (next: typeof clause) => onChange({ ...form, clause: next })
  const whole = typeOfForm({ about: withMember(clause, '').about }, scope)
  const members = memberChoices(whole, false, t)
  const { about } = clause
  return (
    <>
      <QuestionPicker
        name={`${name}.question`}
        label={t('clause.question')}
        value={valueOfAbout(about)}
        {...{ rosters, isWanted }}
        onChange={(value) => change({ ...BLANK_CLAUSE, about: aboutOfValue(value) })}
      />
      {members.length > 0 && about?.kind === 'answer' && measure === 'value' && (
        <SelectField
          name={`${name}.member`}
          label={t(whole.type === 'matrix' ? 'member.row' : 'member.part')}
          value={about.member ?? ''}
          choices={members}
          onChange={(member) => change(withMember(clause, member))}
        />
      )}
      {(measure === 'total' || measure === 'least' || measure === 'most') && (
        <InnerAnswerField {...{ name, rosters }} form={clause} onChange={change} />
      )}
      {measure === 'matching' && <WhereFields {...{ name, rosters }} form={clause} onChange={change} />}
    </>
  )
}
