import { ConsentField } from './ConsentField.tsx'
import type { FieldProps } from './field-props.ts'
import { langOf } from '../language.ts'
import { LocalityField } from './LocalityField.tsx'
import { MatrixField } from './MatrixField.tsx'
import { MultiField } from './MultiField.tsx'
import { NumberField } from './NumberField.tsx'
import { RankField } from './RankField.tsx'
import { RosterField } from './RosterField.tsx'
import { SingleField } from './SingleField.tsx'
import { TextField } from './TextField.tsx'

/** The control for a question of any type, and what the surroundings say under it. */
export function QuestionField(props: FieldProps) {
  return (
    <>
      <Control {...props} />
      {props.beneath?.(props.item, props.form)}
    </>
  )
}

function Control(props: FieldProps) {
  switch (props.item.question.type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return <SingleField {...props} />
    case 'MULTI':
      return <MultiField {...props} />
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return <MatrixField {...props} />
    case 'RANK':
      return <RankField {...props} />
    case 'LOCALITY':
      return <LocalityField {...props} />
    case 'NUMBER':
    case 'DATE_YEAR':
      return <NumberField {...props} />
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return <TextField {...props} />
    case 'CONSENT':
      return <ConsentField {...props} />
    case 'ROSTER':
      return <RosterField {...props} Field={QuestionField} />
    case 'CALCULATED':
      return null
    case 'INFO':
      return (
        <div class="info">
          {props.heading}
          {props.item.question.help && (
            <p lang={langOf(props.item.question.help)}>{props.item.question.help}</p>
          )}
        </div>
      )
  }
}
