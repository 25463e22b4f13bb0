import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FileField } from '../../ui/FileField.tsx'
import { formatSize } from './file-size.ts'
import './interchange.css'

interface FormFileFieldProps {
  readonly file: File | null
  readonly error: string | undefined
  readonly onFile: (file: File | null) => void
}

const ACCEPTED = '.xlsx,.csv,.json,.lss,.xls,.xml'

/** A file can be chosen, or dropped anywhere within the frame. */
export function FormFileField({ file, error, onFile }: FormFileFieldProps) {
  const { t } = useTranslation('interchange')
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped) onFile(dropped)
  }
  return (
    <div
      className={isOver ? 'drop-zone drop-zone--over' : 'drop-zone'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileField
        name="file"
        label={t('file.label')}
        hint={t('file.hint')}
        accept={ACCEPTED}
        {...(error !== undefined && { error })}
        onChange={onFile}
      />
      <p className="drop-zone__text" role="status">
        {isOver
          ? t('file.dropNow')
          : file
            ? t('file.chosen', { name: file.name, size: formatSize(file.size) })
            : t('file.drop')}
      </p>
    </div>
  )
}
