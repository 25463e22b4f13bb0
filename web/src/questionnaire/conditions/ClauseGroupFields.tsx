import { isGroupForm, type GroupForm } from '@rozeznanie/core/questionnaire/editing'
import { Fragment, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { withClause, withGroup, withJoint, withoutPart, withPart } from './clause-edits.ts'
import { ClauseFields } from './ClauseFields.tsx'
import type { WhereFieldsProps } from './ClauseValues.tsx'
import { JointField } from './JointField.tsx'

interface ClauseGroupFieldsProps {
  readonly name: string
  readonly label: string
  readonly group: GroupForm
  readonly rosters: readonly string[]
  /** Stands inside another group or a clause. */
  readonly isInner?: boolean
  /** A group within a group: it is always joined by the other word, and holds no groups. */
  readonly isNested?: boolean
  /** Numbers the clauses of a group within a group: „2.1”. */
  readonly prefix?: string
  /** Its first clause was just added by hand. */
  readonly takesFocus?: boolean
  readonly onChange: (group: GroupForm) => void
  readonly onRemove?: () => void
}

/** Clauses joined by „i” or „lub”, each with its controls. */
export function ClauseGroupFields(props: ClauseGroupFieldsProps) {
  const { name, label, group, rosters, isInner = false, isNested = false } = props
  const { prefix = '', takesFocus = false, onChange, onRemove } = props
  const { t } = useTranslation('conditions')
  const [added, setAdded] = useState(takesFocus ? 0 : -1)
  const frame = useRef<HTMLFieldSetElement>(null)
  const { joint, parts } = group
  const legendId = useId()
  const add = (next: GroupForm) => {
    setAdded(next.parts.length - 1)
    onChange(next)
  }
  const remove = (at: number) => {
    setAdded(-1)
    onChange(withoutPart(group, at))
    frame.current?.focus()
  }
  return (
    <fieldset className={isInner ? 'clauses clauses--inner' : 'clauses'} ref={frame} tabIndex={-1}>
      <legend id={legendId} className={isInner ? 'clauses__label' : 'visually-hidden'}>
        {label}
      </legend>
      {parts.length > 1 && (
        <JointField
          name={`${name}.joint`}
          joint={joint}
          isFixed={isNested}
          onChange={(word) => onChange(withJoint(group, word))}
        />
      )}
      {parts.map((part, at) => {
        const number = `${prefix}${at + 1}`
        const own = `${name}.${at}`
        return (
          <Fragment key={at}>
            {at > 0 && <p className="clauses__joint">{t(`joint.${joint}`)}</p>}
            {isGroupForm(part) ? (
              <ClauseGroupFields
                name={own}
                label={t('group.label', { number })}
                group={part}
                isInner
                isNested
                prefix={`${number}.`}
                takesFocus={at === added}
                {...{ rosters }}
                onChange={(next) => onChange(withPart(group, at, next))}
                onRemove={() => remove(at)}
              />
            ) : (
              <ClauseFields
                name={own}
                title={t('clause.title', { number })}
                form={part}
                takesFocus={at === added}
                Where={WhereFields}
                {...{ rosters }}
                onChange={(next) => onChange(withPart(group, at, next))}
                onRemove={() => remove(at)}
              />
            )}
          </Fragment>
        )
      })}
      <div className="row">
        <Button look="secondary" onClick={() => add(withClause(group))}>
          {t(parts.length === 0 ? 'group.first' : 'group.add')}
        </Button>
        {!isNested && parts.length > 0 && (
          <Button look="quiet" onClick={() => add(withGroup(group))}>
            {t('group.addGroup')}
          </Button>
        )}
        {onRemove && (
          <Button
            look="quiet"
            label={t('group.removeNamed', { number: prefix.replace(/\.$/, '') })}
            onClick={onRemove}
          >
            {t('group.remove')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

/** What items of a roster must satisfy: clauses of their own. */
export function WhereFields({ name, form, rosters, onChange }: WhereFieldsProps) {
  const { t } = useTranslation('conditions')
  if (form.about?.kind !== 'answer') return null
  return (
    <ClauseGroupFields
      name={`${name}.where`}
      label={t('clause.where')}
      group={form.where}
      rosters={[...rosters, form.about.key]}
      isInner
      onChange={(where) => onChange({ ...form, where })}
    />
  )
}
