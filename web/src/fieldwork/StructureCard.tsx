import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { formatCount } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { documentOf, draftOf, sumOf, type StructureDraft } from './structure-draft.ts'
import { StructureFile } from './StructureFile.tsx'
import { StructureTable } from './StructureTable.tsx'
import { useSaving } from './use-saving.ts'
import type { BoardProps } from './WithBoard.tsx'

const SavePopulationStructure = graphql(`
  mutation SavePopulationStructure($input: SavePopulationStructureInput!) {
    savePopulationStructure(input: $input) {
      __typename
      ... on Survey {
        id
      }
      ... on InvalidInputError {
        message
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

interface StructureCardProps extends Pick<BoardProps, 'survey' | 'board'> {
  readonly onSaved: () => void
}

/** Who lives in the municipality: typed into a table or taken from a file, with its source and its day. */
export function StructureCard({ survey, board, onSaved }: StructureCardProps) {
  const { t } = useTranslation('fieldwork')
  const [draft, setDraft] = useState<StructureDraft>(() => draftOf(board.structure, survey.municipality.name))
  const [source, setSource] = useState(board.structureSource ?? '')
  const [asOf, setAsOf] = useState(board.structureOn ?? '')
  const saving = useSaving()
  const [save, { loading }] = useMutation(SavePopulationStructure)
  const submit = async () => {
    const population = { document: documentOf(draft), source, asOf }
    if (asOf === '') return saving.settle(null, t('structure.noDay'))
    const { data, error } = await save({ variables: { input: { surveyId: survey.id, population } } })
    if (saving.settle(data?.savePopulationStructure, error?.message ?? t('failed'))) onSaved()
  }
  const change = (next: StructureDraft) => {
    saving.touch()
    setDraft(next)
  }
  const total = sumOf(draft)
  const isOff = board.population !== null && total > 0 && total !== board.population
  return (
    <Card title={t('structure.title')}>
      <p className="measure">{t('structure.lead')}</p>
      <StructureFile
        surveyId={survey.id}
        onRead={(structure) => change(draftOf(structure, survey.municipality.name))}
      />
      <Form
        label={t('structure.title')}
        problems={saving.problems}
        names={['places', 'cells', 'source', 'asOf']}
        onSubmit={() => void submit()}
        isWide
        actions={
          <Button type="submit" isBusy={loading}>
            {t('structure.save')}
          </Button>
        }
      >
        <StructureTable draft={draft} localities={survey.municipality.localities} onChange={change} />
        <p role="status">
          {t('structure.total', { total: formatCount(total) })}{' '}
          {isOff && t('structure.off', { population: formatCount(board.population ?? 0) })}
        </p>
        <TextField
          name="source"
          label={t('structure.source')}
          hint={t('structure.sourceHint')}
          error={errorOf(saving.problems, 'source')}
          value={source}
          onChange={setSource}
        />
        <DateField
          name="asOf"
          label={t('structure.asOf')}
          error={errorOf(saving.problems, 'asOf')}
          value={asOf}
          onChange={setAsOf}
        />
        {saving.isSaved && (
          <Notice tone="success" isAnnounced>
            <p>{t('structure.saved')}</p>
          </Notice>
        )}
      </Form>
    </Card>
  )
}
