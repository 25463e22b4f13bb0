import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { errorOf } from '../ui/form-problems.ts'
import { FileField } from '../ui/FileField.tsx'
import { Form } from '../ui/Form.tsx'
import { type Choice, SelectField } from '../ui/SelectField.tsx'
import { Stepper } from '../ui/Stepper.tsx'
import { DryRunReport } from './DryRunReport.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { MappingTable } from './MappingTable.tsx'
import { useImport, type ImportStage } from './use-import.ts'

interface ImportWizardProps {
  readonly surveyId: string
  readonly questionnaire: Questionnaire
  readonly localities: readonly Choice[]
}

const STEPS = ['file', 'columns', 'check', 'done'] as const
const MODES = ['IMPORT', 'CAWI', 'PAPI', 'CAPI', 'CATI'] as const

export function ImportWizard({ surveyId, questionnaire, localities }: ImportWizardProps) {
  const { t } = useTranslation('import')
  const wizard = useImport(surveyId)
  const { stage } = wizard
  const current = STEPS.indexOf(stage.kind)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current > 0) top.current?.focus()
  }, [current])
  return (
    <div className="stack">
      <Stepper
        steps={STEPS.map((step, index) => ({
          title: t(`steps.${step}`),
          state: index < current || stage.kind === 'done' ? 'done' : index === current ? 'current' : 'ahead',
        }))}
      />
      <div ref={top} tabIndex={-1}>
        {stage.kind === 'file' && <FileStep wizard={wizard} />}
        {stage.kind === 'columns' && (
          <ColumnsStep wizard={wizard} stage={stage} questionnaire={questionnaire} />
        )}
        {stage.kind === 'check' && (
          <CheckStep
            surveyId={surveyId}
            wizard={wizard}
            stage={stage}
            questionnaire={questionnaire}
            localities={localities}
          />
        )}
        {stage.kind === 'done' && (
          <ImportDone surveyId={surveyId} outcome={stage.outcome} onAgain={wizard.startAgain} />
        )}
      </div>
    </div>
  )
}

type Wizard = ReturnType<typeof useImport>
type StageOf<K extends ImportStage['kind']> = Extract<ImportStage, { kind: K }>

function FileStep({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('import')
  return (
    <Card title={t('file.heading')}>
      <Form
        label={t('file.form')}
        problems={wizard.problems}
        names={['file', 'mode']}
        onSubmit={() => void wizard.read()}
        actions={
          <Button type="submit" isBusy={wizard.isBusy}>
            {wizard.isBusy ? t('file.reading') : t('file.read')}
          </Button>
        }
      >
        <FileField
          name="file"
          label={t('file.label')}
          hint={t('file.hint')}
          accept=".csv,.xlsx,.txt"
          error={errorOf(wizard.problems, 'file')}
          onChange={wizard.setChosen}
        />
        <SelectField
          name="mode"
          label={t('file.mode')}
          value={wizard.mode}
          choices={MODES.map((mode) => ({ value: mode, label: t(`file.modes.${mode}`) }))}
          onChange={wizard.setMode}
        />
      </Form>
    </Card>
  )
}

interface StepProps<K extends ImportStage['kind']> {
  readonly wizard: Wizard
  readonly stage: StageOf<K>
  readonly questionnaire: Questionnaire
}

function ColumnsStep({ wizard, stage: { file }, questionnaire }: StepProps<'columns'>) {
  const { t } = useTranslation('import')
  const known = wizard.mapping.filter(({ kind }) => kind !== 'ignore').length
  return (
    <Card title={t('columns.heading')}>
      <p>{t('columns.summary', { count: file.rowCount, known, all: file.header.length })}</p>
      <Form
        label={t('columns.form')}
        isWide
        problems={wizard.problems}
        names={file.header.map((_, column) => `mapping.${column}`)}
        onSubmit={() => void wizard.check(file)}
        actions={
          <>
            <Button type="submit" isBusy={wizard.isBusy}>
              {wizard.isBusy ? t('columns.checking') : t('columns.check')}
            </Button>
            <Button look="secondary" onClick={wizard.startAgain}>
              {t('columns.back')}
            </Button>
          </>
        }
      >
        <MappingTable
          questionnaire={questionnaire}
          file={file}
          mapping={wizard.mapping}
          onChange={wizard.setMapping}
        />
      </Form>
    </Card>
  )
}

interface CheckStepProps extends StepProps<'check'> {
  readonly surveyId: string
  readonly localities: readonly Choice[]
}

function CheckStep({ surveyId, wizard, stage, questionnaire, localities }: CheckStepProps) {
  const { t } = useTranslation('import')
  const { file, dryRun, isChanged } = stage
  const back = () => wizard.setStage({ kind: 'columns', file })
  return (
    <Card title={t('check.heading')}>
      <Form
        label={t('check.heading')}
        isWide
        problems={wizard.problems}
        names={[]}
        onSubmit={() => void (isChanged ? wizard.check(file) : wizard.confirm(dryRun))}
        actions={
          <>
            {isChanged && (
              <Button type="submit" isBusy={wizard.isBusy}>
                {wizard.isBusy ? t('columns.checking') : t('check.again')}
              </Button>
            )}
            {!isChanged && dryRun.importableCount > 0 && (
              <Button type="submit" isBusy={wizard.isBusy}>
                {wizard.isBusy ? t('check.storing') : t('check.confirm', { count: dryRun.importableCount })}
              </Button>
            )}
            <Button look="secondary" onClick={back}>
              {t('check.back')}
            </Button>
          </>
        }
      >
        {dryRun.importableCount === 0 && <p>{t('check.nothing')}</p>}
        {wizard.isBusy && !isChanged && (
          <ImportProgress surveyId={surveyId} rowCount={dryRun.importableCount} />
        )}
        <DryRunReport
          dryRun={dryRun}
          questionnaire={questionnaire}
          localities={localities}
          mapping={wizard.mapping}
          onMapping={wizard.setMapping}
        />
      </Form>
    </Card>
  )
}
