import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { MOST_ITEMS, setAnswer, type Answers, type RosterQuestion } from '@rozeznanie/core/questionnaire'
import { announce } from '../announce.ts'
import { itemsIn, itemsShown, withAnswer, withItem } from '../answer-changes.ts'
import { describedBy, fieldId, headingId } from '../field-ids.ts'
import { langOf } from '../language.ts'
import { itemsAskedIn, type PageItem } from '../page-item.ts'
import { MoveButton } from '../PageForm.tsx'
import { faultsAt } from '../page-words.ts'
import { texts } from '../texts.ts'
import type { FieldProps } from './field-props.ts'
import { hintIds, Hints } from './Hints.tsx'

/** Names for the items on the page that stay theirs when one before them is taken away. */
function useNames(count: number) {
  const [names, setNames] = useState(() => Array.from({ length: count }, (_, index) => index))
  return {
    nameOf: (index: number) => names[index] ?? -1 - index,
    add: () => setNames([...names, Math.max(-1, ...names) + 1]),
    remove: (index: number) => setNames(names.filter((_, at) => at !== index)),
  }
}

interface RosterFieldProps extends FieldProps {
  /** The control for a question of any type, for those that are asked of each item. */
  readonly Field: (props: FieldProps) => JSX.Element | null
}

/** The same questions for each item: one group of fields per item, a button that adds the next. */
export function RosterField(props: RosterFieldProps) {
  const { item, answers, faults, heading, change } = props
  const { question } = item
  const focusRef = useRef<string | null>(null)
  const isRoster = question.type === 'ROSTER'
  const given = itemsIn(answers[question.key])
  const least = isRoster ? (question.minItems ?? 0) : 0
  const items = itemsShown(question, given)
  const names = useNames(items.length)
  // Items that must be there are shown before anything is said of them; they are no answers yet.
  const form = items.length > given.length ? setAnswer(props.form, item.path, items) : props.form
  useEffect(() => {
    if (focusRef.current) document.getElementById(focusRef.current)?.focus()
    focusRef.current = null
  })
  if (!isRoster) return null

  const { itemName, maxItems = MOST_ITEMS } = question
  const put = (changed: readonly Answers[]) => change(withAnswer(answers, question.key, changed))
  const itemField = (index: number) => fieldId([...item.path, index])
  const add = () => {
    focusRef.current = headingId(itemField(items.length))
    announce(texts.field.itemAdded(itemName, items.length + 1))
    names.add()
    put(withItem(items, items.length, {}))
  }
  const remove = (index: number) => {
    names.remove(index)
    focusRef.current = item.field
    announce(texts.field.itemRemoved(itemName, index + 1))
    put(withItem(items, index, undefined))
  }
  const own = faults.filter(({ path }) => (path?.length ?? 1) === item.path.length)
  return (
    <div class="roster" role="group" aria-describedby={hintIds({ item, faults: own })}>
      {heading}
      <Hints item={item} faults={own} />
      {items.map((_, index) => (
        <Item
          key={names.nameOf(index)}
          {...props}
          form={form}
          question={question}
          index={index}
          items={items}
          put={put}
          onRemove={index >= least || items.length > least ? () => remove(index) : null}
        />
      ))}
      {items.length < maxItems ? (
        <MoveButton
          move={`dodaj:${item.field}`}
          to={headingId(itemField(items.length))}
          survey={props.survey}
          class="secondary add"
          id={item.field}
          onClick={add}
          aria-describedby={describedBy(hintIds({ item, faults: own }))}
        >
          {items.length === 0 ? texts.field.addItem(itemName) : texts.field.addAnother(itemName)}
        </MoveButton>
      ) : (
        <p class="tally full" id={item.field} tabIndex={-1}>
          {texts.field.itemsFull(maxItems)}
        </p>
      )}
    </div>
  )
}

interface ItemProps extends RosterFieldProps {
  readonly question: RosterQuestion
  readonly index: number
  readonly items: readonly Answers[]
  readonly onRemove: (() => void) | null
  put(items: readonly Answers[]): void
}

function Item(props: ItemProps) {
  const { Field, item, question, index, items, form, survey, faults, put, onRemove } = props
  const path = [...item.path, index]
  const asked = itemsAskedIn(survey, form, question, path)
  const ItemHeading = isInner(item) ? 'h4' : 'h2'
  const title = texts.field.itemTitle(question.itemName, index + 1)
  return (
    <fieldset class="item">
      <legend>
        <ItemHeading class="item-title" id={headingId(fieldId(path))} tabIndex={-1}>
          {title}
        </ItemHeading>
      </legend>
      {asked.map((inner) => (
        <div class="question" key={inner.question.key}>
          <Field
            {...props}
            item={inner}
            answers={items[index] ?? {}}
            faults={faultsAt(faults, inner.path)}
            heading={<Title item={inner} isDeep={isInner(item)} />}
            change={(changed) => put(withItem(items, index, changed))}
          />
        </div>
      ))}
      {onRemove && (
        <MoveButton
          move={`usun:${fieldId(path)}`}
          to={item.field}
          survey={survey}
          class="quiet"
          onClick={onRemove}
        >
          {texts.field.removeItem(question.itemName, index + 1)}
        </MoveButton>
      )}
    </fieldset>
  )
}

/** A roster within a roster: its headings are two levels lower. */
const isInner = ({ path }: PageItem): boolean => path.length > 1

interface TitleProps {
  readonly item: PageItem
  readonly isDeep: boolean
}

function Title({ item: { question, field }, isDeep }: TitleProps) {
  const Heading = isDeep ? 'h5' : 'h3'
  if (question.type === 'INFO') return <p lang={langOf(question.text)}>{question.text}</p>
  return (
    <Heading id={headingId(field)} lang={langOf(question.text)}>
      {question.text}
    </Heading>
  )
}
