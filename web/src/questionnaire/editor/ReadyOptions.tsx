import {
  DONT_KNOW,
  hasOptions,
  NOT_APPLICABLE,
  REFUSED,
  type Option,
  type Question,
} from '@rozeznanie/core/questionnaire'
import { nextCode } from './list-items.ts'
import { useEditor } from './use-editor.ts'

interface ReadyOptionsProps {
  readonly question: Question
  readonly onAdd: (option: Option) => void
}

const SPECIAL = [DONT_KNOW, REFUSED, NOT_APPLICABLE] as const

/** Answers that many questions need, with what they do already set. */
export function ReadyOptions({ question, onAdd }: ReadyOptionsProps) {
  const { desk, t } = useEditor()
  const options = (hasOptions(question) && question.options) || []
  const codes = options.map(({ code }) => code)
  const isSimple = question.type === 'SINGLE' || question.type === 'MULTI'
  const other: Option = { code: nextCode(codes), label: t('special.other'), allowsText: true }
  const none: Option = { code: nextCode(codes), label: t('special.none'), exclusive: true }
  const offered: readonly Option[] = [
    ...(isSimple && !options.some(({ allowsText }) => allowsText) ? [other] : []),
    ...(question.type === 'MULTI' && !options.some(({ exclusive }) => exclusive) ? [none] : []),
    ...SPECIAL.filter((code) => !codes.includes(code)).map((code) => ({ code, label: t(`special.${code}`) })),
  ]
  if (offered.length === 0 || question.type === 'RANK') return null
  const add = (option: Option) => {
    onAdd(option)
    desk.say(t('options.added', { label: option.label }))
  }
  return (
    <div className="ready-options" role="group" aria-label={t('options.ready')}>
      <span className="muted" aria-hidden>
        {t('options.ready')}
      </span>
      {offered.map((option) => (
        <button key={option.label} type="button" className="chip" onClick={() => add(option)}>
          + {option.label}
        </button>
      ))}
    </div>
  )
}
