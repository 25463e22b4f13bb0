import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount, formatDay } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { FileField } from '../ui/FileField.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, type FormProblem } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'
import { RegisterPlanView } from './RegisterPlanView.tsx'
import { applyRegister, planRegister, type RegisterPlan } from './register-requests.ts'

interface RegisterImportProps {
  readonly onApplied: () => void
}

/** Takes over the official register TERC: file → what it would change → confirmation. */
export function RegisterImport({ onApplied }: RegisterImportProps) {
  const { t } = useTranslation('municipality')
  const [file, setFile] = useState<File | null>(null)
  const [plan, setPlan] = useState<RegisterPlan | null>(null)
  const [applied, setApplied] = useState<RegisterPlan | null>(null)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [isBusy, setIsBusy] = useState(false)

  const choose = (chosen: File | null) => {
    setFile(chosen)
    setPlan(null)
    setApplied(null)
    setProblems([])
  }
  const ask = async () => {
    if (!file) return setProblems([{ name: 'file', message: t('register.noFile') }])
    setIsBusy(true)
    const outcome = plan ? await applyRegister(file, plan.planHash) : await planRegister(file)
    setIsBusy(false)
    if (outcome.kind === 'refused') {
      setPlan(null)
      return setProblems([{ name: 'file', message: outcome.message ?? t('failed') }])
    }
    setProblems([])
    if (!plan) return setPlan(outcome.plan)
    setPlan(null)
    setApplied(outcome.plan)
    onApplied()
  }

  return (
    <Card title={t('register.title')}>
      <p className="measure">{t('register.text')}</p>
      {applied && (
        <Notice tone="success" isAnnounced>
          <p>
            {t('register.applied', {
              day: formatDay(applied.stateOn),
              municipalities: formatCount(applied.municipalityCount),
            })}
          </p>
        </Notice>
      )}
      <Form
        label={t('register.title')}
        problems={problems}
        names={['file']}
        onSubmit={() => void ask()}
        actions={
          <Button type="submit" isBusy={isBusy} look={plan ? 'primary' : 'secondary'}>
            {t(plan ? 'register.confirm' : 'register.check')}
          </Button>
        }
      >
        <FileField
          name="file"
          label={t('register.file')}
          hint={t('register.fileHint')}
          accept=".csv,.xml,.zip"
          onChange={choose}
          error={errorOf(problems, 'file')}
        />
        {plan && <RegisterPlanView plan={plan} />}
      </Form>
    </Card>
  )
}
