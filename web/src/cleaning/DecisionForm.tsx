import { CORRECTION_REASONS } from '@rozeznanie/core/cleaning'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, type FormProblem } from '../ui/form-problems.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Decided } from './use-decisions.ts'

interface DecisionFormProps {
  /** Makes the names of the fields of several forms differ. */
  readonly id: string
  readonly label: string
  readonly firstReason?: string
  readonly isBusy: boolean
  readonly onDecide: (reason: string, remark: string) => Promise<Decided>
  readonly onCancel: () => void
  /** What is decided, where more than yes or no. */
  readonly children?: (error: string | undefined) => ReactNode
}

/** A decision with its reason, which is never left out. */
export function DecisionForm({
  id,
  label,
  firstReason = '',
  isBusy,
  onDecide,
  onCancel,
  children,
}: DecisionFormProps) {
  const { t } = useTranslation('cleaning')
  const [reason, setReason] = useState(firstReason)
  const [remark, setRemark] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const named = (name: string) => `${name}-${id}`
  const decide = async () => {
    const found = await onDecide(reason, remark)
    setProblems(found.map((problem) => ({ ...problem, ...(problem.name && { name: named(problem.name) }) })))
  }
  const names = [...(children ? [named('value')] : []), named('reason'), named('remark')]
  return (
    <Form
      label={label}
      problems={problems}
      names={names}
      onSubmit={() => void decide()}
      actions={
        <>
          <Button type="submit" isBusy={isBusy}>
            {t('decision.save')}
          </Button>
          <Button look="secondary" onClick={onCancel}>
            {t('decision.cancel')}
          </Button>
        </>
      }
    >
      {children?.(errorOf(problems, named('value')))}
      <SelectField
        name={named('reason')}
        label={t('decision.reason')}
        error={errorOf(problems, named('reason'))}
        value={reason}
        emptyLabel={t('decision.chooseReason')}
        choices={CORRECTION_REASONS.map(({ code, label: words }) => ({ value: code, label: words }))}
        onChange={setReason}
      />
      <TextField
        name={named('remark')}
        label={t('decision.remark')}
        hint={t('decision.remarkHint')}
        error={errorOf(problems, named('remark'))}
        value={remark}
        onChange={setRemark}
        isOptional
      />
    </Form>
  )
}
