import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'

/** The accounts of the example region; they exist only in a database that holds it. */
const DEMO_PASSWORD = 'Rozeznanie-demo-2026'
const DEMO_ACCOUNTS = [
  { role: 'ORGANISER', email: 'organizator@rozeznanie.example' },
  { role: 'INTERVIEWER', email: 'ankieter@rozeznanie.example' },
  { role: 'REGIONAL_ANALYST', email: 'analityk@rozeznanie.example' },
  { role: 'ADMINISTRATOR', email: 'admin@rozeznanie.example' },
] as const

interface DemoAccountsProps {
  readonly onChoose: (email: string, password: string) => void
}

export function DemoAccounts({ onChoose }: DemoAccountsProps) {
  const { t } = useTranslation('account')
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Card title={t('demo.title')}>
      <p>{t('demo.text')}</p>
      <ul className="demo-accounts">
        {DEMO_ACCOUNTS.map(({ role, email }) => (
          <li key={email}>
            <Button
              look="secondary"
              onClick={() => {
                setChosen(email)
                onChoose(email, DEMO_PASSWORD)
              }}
            >
              {t(`demo.${role}`)}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="muted">
        {chosen
          ? t('demo.filled', { email: chosen, password: DEMO_PASSWORD })
          : t('demo.password', { password: DEMO_PASSWORD })}
      </p>
    </Card>
  )
}
