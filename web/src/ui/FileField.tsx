import { type FieldProps, FieldFrame } from './FieldFrame.tsx'

interface FileFieldProps extends FieldProps {
  /** As the attribute `accept`: `.csv,.xlsx`. */
  readonly accept: string
  readonly onChange: (file: File | null) => void
}

export function FileField({ accept, onChange, ...field }: FileFieldProps) {
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <input
          {...attributes}
          className="file-control"
          type="file"
          accept={accept}
          onChange={(event) => onChange(event.target.files?.[0] ?? null)}
        />
      )}
    </FieldFrame>
  )
}
