import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../texts.ts'

interface ShellProps {
  readonly title: string
  /** Beside the name of the app. */
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
}

/** The frame of every screen but the interview: names the window, and gives the focus to the heading. */
export function Shell({ title, aside, children }: ShellProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – ${texts.appName}`
    // Looks chosen for a respondent end with the interview.
    document.documentElement.className = ''
    document.documentElement.lang = 'pl'
    heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <>
      <header class="top app-top">
        <p class="asker">{texts.appName}</p>
        {aside && <div class="app-aside">{aside}</div>}
      </header>
      <main id="tresc" class="app">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {children}
      </main>
    </>
  )
}

interface NoteProps {
  readonly tone?: 'calm' | 'warning' | 'danger' | 'good'
  readonly isSpoken?: boolean
  readonly children: ComponentChildren
}

/** Something to know, in a box. */
export function Note({ tone = 'warning', isSpoken = false, children }: NoteProps) {
  return (
    <div class={`note app-note tone-${tone}`} role={isSpoken ? 'status' : undefined}>
      {children}
    </div>
  )
}

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly fault?: string | null
  readonly type?: 'text' | 'password' | 'email' | 'date'
  readonly autocomplete?: 'off' | 'current-password' | 'new-password'
  readonly min?: string
  readonly value: string
  onInput(value: string): void
}

export function Field({ id, label, hint, fault, type = 'text', min, value, onInput, ...more }: FieldProps) {
  const ids = [hint && `${id}-opis`, fault && `${id}-blad`].filter(Boolean).join(' ')
  return (
    <div class="app-field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-opis`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${id}-blad`} role="alert">
          {fault}
        </p>
      )}
      <input
        id={id}
        {...({ type } as { type: 'text' })}
        value={value}
        autocomplete={more.autocomplete ?? 'off'}
        {...(min !== undefined && { min })}
        aria-describedby={ids === '' ? undefined : ids}
        aria-invalid={fault ? 'true' : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  )
}
