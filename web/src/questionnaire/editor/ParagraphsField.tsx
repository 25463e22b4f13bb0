import { useState } from 'react'
import { TextAreaField } from '../../ui/TextAreaField.tsx'

interface ParagraphsFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly paragraphs: readonly string[]
  readonly onChange: (paragraphs: readonly string[]) => void
}

const together = (paragraphs: readonly string[]): string => paragraphs.join('\n\n')

const apart = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

/** Paragraphs as one text with empty lines between them; what is being typed is not tidied under the hand. */
export function ParagraphsField({ paragraphs, onChange, ...field }: ParagraphsFieldProps) {
  const [typed, setTyped] = useState(() => together(paragraphs))
  const value = together(apart(typed)) === together(paragraphs) ? typed : together(paragraphs)
  return (
    <TextAreaField
      {...field}
      rows={8}
      value={value}
      onChange={(text) => {
        setTyped(text)
        onChange(apart(text))
      }}
    />
  )
}
