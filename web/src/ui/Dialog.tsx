import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import './blocks.css'
import { fieldId } from './field-ids.ts'
import { Icon } from './Icon.tsx'

interface DialogProps {
  readonly title: string
  readonly lead?: ReactNode
  /** Name of the field that takes the focus at first; the title otherwise. */
  readonly firstField?: string
  readonly onClose: () => void
  /** Buttons at the bottom; they stay in sight when the rest scrolls. */
  readonly actions: ReactNode
  readonly children: ReactNode
}

/**
 * A large window for choosing something, over the page: open as long as it is there. Escape closes; afterwards the
 * focus goes back to where it was.
 */
export function Dialog({ title, lead, firstField, onClose, actions, children }: DialogProps) {
  const { t } = useTranslation('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()

  useLayoutEffect(() => {
    const own = dialog.current
    own?.showModal()
    return () => own?.close()
  }, [])
  useEffect(() => {
    const field = firstField === undefined ? null : document.getElementById(fieldId(firstField))
    ;(field ?? heading.current)?.focus()
  }, [firstField])

  return (
    <dialog
      className="dialog dialog--large"
      ref={dialog}
      aria-labelledby={titleId}
      onClose={(event) => {
        // A window within this one closes with an event of the same name; one closed by leaving is not asked again.
        if (event.target === dialog.current && !dialog.current.open) onClose()
      }}
    >
      <div className="dialog__head">
        <div>
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {lead && <div className="muted">{lead}</div>}
        </div>
        <button type="button" className="dialog__close" onClick={onClose}>
          <Icon name="close" label={t('close')} />
        </button>
      </div>
      <div className="dialog__body">{children}</div>
      <div className="dialog__actions dialog__actions--fixed">{actions}</div>
    </dialog>
  )
}
