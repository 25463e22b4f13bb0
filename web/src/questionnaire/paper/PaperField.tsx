import {
  isSpecialCode,
  optionsOf,
  scaleEnds,
  type NumberQuestion,
  type Option,
  type Question,
  type ScaleQuestion,
} from '@rozeznanie/core/questionnaire'
import { type PaperQuestionnaire, paperWords } from '@rozeznanie/core/questionnaire/paper'
import { PaperMatrix } from './PaperMatrix.tsx'

interface PaperFieldProps {
  readonly paper: PaperQuestionnaire
  readonly question: Question
  /** Id of the question's text. */
  readonly labelId: string
}

const LONG_TEXT_LINES = 5
const YEAR_DIGITS = 4
const USUAL_DIGITS = 4

/** Where the answer is given by hand. */
export function PaperField({ paper, question, labelId }: PaperFieldProps) {
  switch (question.type) {
    case 'SINGLE':
    case 'MULTI':
      return <Boxes options={optionsOf(paper.questionnaire, question)} />
    case 'RANK':
      return <Boxes options={optionsOf(paper.questionnaire, question)} mark="digit" />
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return <Scale question={question} options={optionsOf(paper.questionnaire, question)} />
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return <PaperMatrix paper={paper} question={question} labelId={labelId} />
    case 'NUMBER':
      return <Digits {...digitsOf(question)} unit={question.unit} />
    case 'DATE_YEAR':
      return <Digits whole={YEAR_DIGITS} decimals={0} unit={undefined} />
    case 'CONSENT':
      return <Boxes options={[{ code: 'true', label: paperWords(paper.language).agree }]} />
    case 'TEXT_LONG':
      return <Lines count={LONG_TEXT_LINES} />
    case 'TEXT_SHORT':
    case 'LOCALITY':
      return <Lines count={1} />
    case 'INFO':
    case 'ROSTER':
    case 'CALCULATED':
      return null
  }
}

const SHORT_LABEL = 38
const MIDDLING_LABEL = 75
const FEW = 4
const MANY = 14

/** Short answers stand in two columns, and longer ones too where there are many. */
function standInColumns(options: readonly Option[]): boolean {
  const longest = Math.max(...options.map(({ label }) => label.length))
  return options.length > FEW && longest <= (options.length > MANY ? MIDDLING_LABEL : SHORT_LABEL)
}

interface BoxesProps {
  readonly options: readonly Option[]
  /** A box to cross, or one to write a digit in. */
  readonly mark?: 'box' | 'digit'
}

function Boxes({ options, mark = 'box' }: BoxesProps) {
  return (
    <ul className={standInColumns(options) ? 'paper__options paper__options--columns' : 'paper__options'}>
      {options.map((option) => (
        <li key={option.code}>
          <span className={mark} />
          <span>{option.label}</span>
          {option.allowsText && <span className="write-line" />}
        </li>
      ))}
    </ul>
  )
}

interface ScaleProps {
  readonly question: ScaleQuestion
  readonly options: readonly Option[]
}

/** The points side by side between the words of both ends; what is no point stands below. */
function Scale({ question, options }: ScaleProps) {
  const { from, to } = scaleEnds(question.type)
  const points = options.filter(({ code }) => !isSpecialCode(code))
  const others = options.filter(({ code }) => isSpecialCode(code))
  const hasWords = points.some(({ code, label }) => !label.startsWith(code))
  if (hasWords) return <Boxes options={options} />
  return (
    <>
      <div className="paper__scale">
        <span>{question.minLabel ?? from}</span>
        <ul>
          {points.map(({ code }) => (
            <li key={code}>
              <span className="box" />
              {code}
            </li>
          ))}
        </ul>
        <span>{question.maxLabel ?? to}</span>
      </div>
      {others.length > 0 && <Boxes options={others} />}
    </>
  )
}

function digitsOf({ max, decimals = 0 }: NumberQuestion) {
  const whole = max === undefined ? USUAL_DIGITS : String(Math.trunc(Math.abs(max))).length
  return { whole: Math.min(whole, 2 * USUAL_DIGITS), decimals }
}

interface DigitsProps {
  readonly whole: number
  readonly decimals: number
  readonly unit: string | undefined
}

/** A box for each digit. */
function Digits({ whole, decimals, unit }: DigitsProps) {
  return (
    <p className="paper__digits">
      {Array.from({ length: whole }, (_, index) => (
        <span className="digit" key={index} />
      ))}
      {decimals > 0 && <span className="paper__comma">,</span>}
      {Array.from({ length: decimals }, (_, index) => (
        <span className="digit" key={`d${index}`} />
      ))}
      {unit}
    </p>
  )
}

function Lines({ count }: { readonly count: number }) {
  return (
    <div className="paper__lines">
      {Array.from({ length: count }, (_, index) => (
        <span className="write-line" key={index} />
      ))}
    </div>
  )
}
