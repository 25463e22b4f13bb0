import type { PopulationStructure } from '@rozeznanie/core/fieldwork'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FileField } from '../ui/FileField.tsx'
import type { FormProblem } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'
import { postFile } from './uploads.ts'

interface StructureFileProps {
  readonly surveyId: string
  readonly onRead: (structure: PopulationStructure) => void
}

/** Fills the table from a file; nothing is stored until the person has looked at it and saves. */
export function StructureFile({ surveyId, onRead }: StructureFileProps) {
  const { t } = useTranslation('fieldwork')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [isRead, setIsRead] = useState(false)
  const read = async (file: File | null) => {
    setIsRead(false)
    setProblems([])
    if (!file) return
    const reply = await postFile<{ structure: PopulationStructure }>(
      surveyId,
      'structure',
      file,
      t('offline'),
    )
    if (!reply.ok) return setProblems(reply.problems)
    setIsRead(true)
    onRead(reply.value.structure)
  }
  return (
    <Disclosure summary={t('structure.fromFile')}>
      <p className="measure">{t('structure.fileHelp')}</p>
      <FileField
        name="structureFile"
        label={t('structure.file')}
        accept=".csv,.xlsx"
        onChange={(file) => void read(file)}
      />
      {problems.length > 0 && (
        <Notice tone="danger" isAnnounced>
          {problems.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      )}
      {isRead && (
        <Notice tone="success" isAnnounced>
          <p>{t('structure.read')}</p>
        </Notice>
      )}
    </Disclosure>
  )
}
