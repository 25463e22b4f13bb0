import { readSheetMark } from '@rozeznanie/core/questionnaire/paper'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, type FormProblem } from '../ui/form-problems.ts'
import { RadioGroupField } from '../ui/RadioGroupField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useOpenBatches } from './batches.ts'
import type { EntrySurvey } from './entry-survey.ts'
import type { BegunSheet, EntryMode } from './sheet.ts'

interface EntryStartProps {
  readonly survey: EntrySurvey
  readonly sheetNumber: string
  readonly lastMode: EntryMode
  readonly onBegin: (sheet: Omit<BegunSheet, 'id'>) => void
}

const LONGEST_NUMBER = 40

/** From paper or by telephone, which version, and the number of the first sheet. */
export function EntryStart({ survey, sheetNumber, lastMode, onBegin }: EntryStartProps) {
  const { t } = useTranslation('entry')
  const [mode, setMode] = useState<EntryMode>(lastMode)
  const [number, setNumber] = useState(sheetNumber)
  const [versionId, setVersionId] = useState(survey.presentVersionId)
  const [batchId, setBatchId] = useState('')
  const batches = useOpenBatches(survey.id)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const begin = () => {
    // A scanner types the whole mark of the sheet, and Enter.
    const mark = readSheetMark(number)
    const given = mark?.sheetNumber ?? number.trim()
    const isForeign = mark !== null && mark.surveyCode !== survey.code
    const isWrong = mode === 'PAPI' && (given === '' || given.length > LONGEST_NUMBER)
    if (isForeign) setProblems([{ name: 'number', message: t('start.otherSurvey') }])
    else if (isWrong) setProblems([{ name: 'number', message: t('start.noNumber') }])
    else
      onBegin({
        mode,
        versionId,
        sheetNumber: mode === 'PAPI' ? given : '',
        ...(mode === 'PAPI' && batchId !== '' && { batchId }),
      })
  }
  const modes = (['PAPI', 'CATI'] as const).map((value) => ({
    value,
    label: t(`start.${value}`),
    hint: t(`start.${value}Hint`),
  }))
  const versions = survey.versions.map(({ id, number: version }) => ({
    value: id,
    label: t(id === survey.presentVersionId ? 'start.versionNow' : 'start.versionNumber', {
      number: version,
    }),
  }))
  return (
    <Card title={t('start.title')}>
      <p>{t('start.today', { count: survey.enteredToday })}</p>
      <Form
        label={t('start.form')}
        problems={problems}
        names={['mode', 'version', 'batch', 'number']}
        onSubmit={begin}
        actions={<Button type="submit">{t('start.go')}</Button>}
      >
        <RadioGroupField
          name="mode"
          label={t('start.mode')}
          value={mode}
          choices={modes}
          onChange={(value) => setMode(value as EntryMode)}
        />
        {versions.length > 1 && (
          <SelectField
            name="version"
            label={t('start.version')}
            value={versionId}
            choices={versions}
            onChange={setVersionId}
          />
        )}
        {mode === 'PAPI' && batches.length > 0 && (
          <SelectField
            name="batch"
            label={t('start.batch')}
            value={batchId}
            emptyLabel={t('start.noBatch')}
            choices={batches.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(chosen) => {
              setBatchId(chosen)
              const missing = batches.find(({ id }) => id === chosen)?.missingSheets[0]
              if (missing !== undefined) setNumber(String(missing))
            }}
          />
        )}
        {mode === 'PAPI' && (
          <TextField
            name="number"
            label={t('start.number')}
            hint={t('start.numberHint')}
            error={errorOf(problems, 'number')}
            value={number}
            onChange={setNumber}
            isShort
          />
        )}
      </Form>
    </Card>
  )
}
