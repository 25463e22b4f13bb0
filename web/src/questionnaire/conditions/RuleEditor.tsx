import { scopeOfRule, type Questionnaire } from '@rozeznanie/core/questionnaire'
import {
  clausesOf,
  clausesOfForm,
  formOfGroup,
  textOfClauses,
  type GroupForm,
  type RulePlace,
} from '@rozeznanie/core/questionnaire/editing'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from '../../ui/SelectField.tsx'
import { CalculationEditor } from './CalculationEditor.tsx'
import { ClauseGroupFields } from './ClauseGroupFields.tsx'
import { withoutEmptyGroups } from './clause-edits.ts'
import './conditions.css'
import { RuleContext, usePlacedRule, useRule } from './rule-context.ts'
import { RuleFrame } from './RuleFrame.tsx'
import { useRuleDraft } from './use-rule-draft.ts'

export interface RuleEditorProps {
  readonly questionnaire: Questionnaire
  readonly place: RulePlace
  /** The text of the rule; `undefined` when there is none. */
  readonly value: string | undefined
  readonly onChange: (text: string | undefined) => void
  /** Localities of the municipality, where they are known. */
  readonly localities?: readonly Choice[]
  /** What a respondent reads when a constraint is broken. */
  readonly message?: string
  /** Takes the whole rule away, where that is more than its text. */
  readonly onRemove?: () => void
}

const NO_LOCALITIES: readonly Choice[] = []
const NO_CLAUSES: GroupForm = { joint: 'and', parts: [] }

/** A rule of a question or a section, edited as a sentence with pickers. */
export function RuleEditor({ questionnaire, place, localities = NO_LOCALITIES, ...rest }: RuleEditorProps) {
  const placed = usePlacedRule(questionnaire, place)
  const context = useMemo(() => placed && { ...placed, localities }, [placed, localities])
  if (context === null) return null
  return (
    <RuleContext value={context}>
      {place.kind === 'expression' ? <CalculationEditor {...rest} /> : <ConditionEditor {...rest} />}
    </RuleContext>
  )
}

function ConditionEditor({
  value,
  message,
  onChange,
  onRemove,
}: Pick<RuleEditorProps, 'value' | 'message' | 'onChange' | 'onRemove'>) {
  const { t } = useTranslation('conditions')
  const { book, rule } = useRule()
  const name = `rule-${useId()}`
  const scope = useMemo(() => scopeOfRule(book, rule), [book, rule])
  const { text, form, setForm, setText } = useRuleDraft<GroupForm>({
    value,
    read: (written) => {
      if (written === '') return NO_CLAUSES
      const group = clausesOf(written)
      return group && formOfGroup(group, scope)
    },
    write: (group) => textOfClauses(clausesOfForm(group, scope)),
    onChange,
  })
  return (
    <RuleFrame
      {...{ name, text, message }}
      isShowable={form !== null}
      areProblemsSaid
      onText={setText}
      onRemove={onRemove}
    >
      {form && (
        <ClauseGroupFields
          name={name}
          label={t('group.whole')}
          group={form}
          rosters={rule.rosters}
          onChange={(group) => setForm(withoutEmptyGroups(group))}
        />
      )}
    </RuleFrame>
  )
}
