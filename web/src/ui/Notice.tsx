import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './blocks.css'
import { Icon, type IconName } from './Icon.tsx'

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

interface NoticeProps {
  readonly tone?: NoticeTone
  readonly title?: string
  readonly children?: ReactNode
  /** Said aloud when it appears after something the person did. */
  readonly isAnnounced?: boolean
}

const ICONS: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'warning',
}

export function Notice({ tone = 'info', title, children, isAnnounced = false }: NoticeProps) {
  const { t } = useTranslation('ui')
  return (
    <div className={`notice notice--${tone}`} role={isAnnounced ? 'status' : undefined}>
      <Icon name={ICONS[tone]} label={t(`notice.${tone}`)} />
      <div className="notice__body">
        {title && <p className="notice__title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
