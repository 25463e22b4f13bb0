import { type ReactNode, useId } from 'react'
import './survey.css'

interface FormPartProps {
  readonly number: number
  readonly title: string
  readonly children: ReactNode
}

/** A numbered part of a long form. */
export function FormPart({ number, title, children }: FormPartProps) {
  const id = useId()
  return (
    <div className="form-part" role="group" aria-labelledby={id}>
      <h2 id={id}>
        <span className="form-part__number">{number}.</span> {title}
      </h2>
      {children}
    </div>
  )
}
