import type { PublicSurvey } from '@rozeznanie/core/survey'
import { Heading } from '../Frame.tsx'
import { MoveButton, PageForm, PlainPageForm } from '../PageForm.tsx'
import { MOVE_FIELD } from '../plain/plain-form.ts'
import { texts } from '../texts.ts'
import { laterTextsIn, type LaterTexts } from './later-texts.ts'

/** Name of the field that takes a code. */
export const CODE_FIELD = 'kod'
const FAULT_ID = 'kod-blad'
const HINT_ID = 'kod-jak'

/** What is shown of putting a form aside, or of coming back to one. */
export type LaterShown =
  | { readonly kind: 'ask'; readonly hasCode: boolean }
  | { readonly kind: 'kept'; readonly code: string; readonly until: string }
  | { readonly kind: 'elsewhere'; readonly revision: number }
  /** Nothing was put aside; without a message the server could not be reached. */
  | { readonly kind: 'problem'; readonly message: string | null }
  | {
      readonly kind: 'code'
      readonly typed: string
      readonly problems: readonly string[]
      /** Answers on this device will give way. */
      readonly replaces: boolean
    }

/** What a person can do there; where no script runs the buttons post instead. */
export interface LaterMoves {
  keep(): void
  /** @param base - the revision that gives way */
  replace(base: number): void
  takeOther(): void
  back(): void
  leave(): void
  open(typed: string): void
}

interface LaterViewProps {
  readonly survey: PublicSurvey
  readonly shown: LaterShown
  readonly moves: LaterMoves
  readonly isBusy: boolean
  /** The address of the survey, where it is known. */
  readonly address: string | null
  /** The device is shared: whoever has the code makes room for the next person. */
  readonly isShared: boolean
}

/** The screens of putting a form aside and of coming back to it. */
export function LaterView(props: LaterViewProps) {
  const words = laterTextsIn(texts.code)
  const { shown, survey } = props
  if (shown.kind === 'code') return <CodeForm {...props} shown={shown} words={words} />
  return (
    <PlainPageForm survey={survey}>
      {shown.kind === 'ask' && <Ask {...props} hasCode={shown.hasCode} words={words} />}
      {shown.kind === 'kept' && <Kept {...props} shown={shown} words={words} />}
      {shown.kind === 'elsewhere' && <Elsewhere {...props} revision={shown.revision} words={words} />}
      {shown.kind === 'problem' && <Problem {...props} message={shown.message} words={words} />}
    </PlainPageForm>
  )
}

type PartProps = Omit<LaterViewProps, 'shown'> & { readonly words: LaterTexts }

function Working({ isBusy, words }: Pick<PartProps, 'isBusy' | 'words'>) {
  return <p role="status">{isBusy && words.working}</p>
}

function Ask({ words, moves, isBusy, hasCode }: PartProps & { readonly hasCode: boolean }) {
  return (
    <>
      <Heading>{texts.later.park}</Heading>
      {words.explain.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Working isBusy={isBusy} words={words} />
      <p class="go-on two">
        <MoveButton move="odloz:tak" class="primary" onClick={moves.keep}>
          {hasCode ? words.showAgain : words.show}
        </MoveButton>
        <MoveButton move="wroc" class="secondary" onClick={moves.back}>
          {words.back}
        </MoveButton>
      </p>
    </>
  )
}

interface KeptProps extends PartProps {
  readonly shown: Extract<LaterShown, { readonly kind: 'kept' }>
}

function Kept({ words, moves, shown, address, isShared }: KeptProps) {
  return (
    <>
      <Heading>{words.keptTitle}</Heading>
      <p class="lead">{words.keptLead}</p>
      <ol class="code-words" lang="pl" aria-label={words.codeLabel}>
        {shown.code.split(' ').map((word, index) => (
          <li key={index}>{word}</li>
        ))}
      </ol>
      <p>{words.until(texts.day(shown.until))}</p>
      <p>{words.onlyCode}</p>
      <h2>{words.how}</h2>
      <ul class="plain-list">
        {words.howSteps(address, texts.later.resume).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p class="go-on two">
        <MoveButton move="wroc" class={isShared ? 'secondary' : 'primary'} onClick={moves.back}>
          {words.goOn}
        </MoveButton>
        <MoveButton move="usun" class={isShared ? 'primary' : 'secondary'} onClick={moves.leave}>
          {isShared ? words.finishKiosk : words.leave}
        </MoveButton>
      </p>
    </>
  )
}

function Elsewhere({ words, moves, isBusy, revision }: PartProps & { readonly revision: number }) {
  return (
    <>
      <Heading>{words.refusedTitle}</Heading>
      <p class="lead">{words.elsewhere}</p>
      <Working isBusy={isBusy} words={words} />
      <p class="go-on two">
        <MoveButton move={`odloz:zastap-${revision}`} class="primary" onClick={() => moves.replace(revision)}>
          {words.replace}
        </MoveButton>
        <MoveButton move="dokoncz:tu" class="secondary" onClick={moves.takeOther}>
          {words.takeOther}
        </MoveButton>
      </p>
      <p>
        <MoveButton move="wroc" class="quiet" onClick={moves.back}>
          {words.back}
        </MoveButton>
      </p>
    </>
  )
}

function Problem({ words, moves, isBusy, message }: PartProps & { readonly message: string | null }) {
  return (
    <>
      <Heading>{words.refusedTitle}</Heading>
      <p class="lead">{message ?? words.unreachable}</p>
      <Working isBusy={isBusy} words={words} />
      <p class="go-on two">
        <MoveButton move="odloz:tak" class="primary" onClick={moves.keep}>
          {words.again}
        </MoveButton>
        <MoveButton move="wroc" class="secondary" onClick={moves.back}>
          {words.back}
        </MoveButton>
      </p>
    </>
  )
}

interface CodeFormProps extends PartProps {
  readonly shown: Extract<LaterShown, { readonly kind: 'code' }>
}

function CodeForm({ survey, words, moves, shown, isBusy }: CodeFormProps) {
  const isFaulty = shown.problems.length > 0
  const open = () => {
    const field = document.getElementById(CODE_FIELD)
    if (!isBusy && field instanceof HTMLInputElement) moves.open(field.value)
  }
  return (
    <PageForm survey={survey} onGoOn={open}>
      <Heading>{texts.later.resume}</Heading>
      {shown.replaces && <p class="note">{words.replacesHere}</p>}
      <div class="field">
        <label for={CODE_FIELD}>{words.ask}</label>
        <p class="hint" id={HINT_ID}>
          {words.askHint}
        </p>
        <div id={FAULT_ID} role="alert">
          {shown.problems.map((problem) => (
            <p class="fault" key={problem}>
              <strong>{texts.errors.mark}</strong> {problem}
            </p>
          ))}
        </div>
        <input
          type="text"
          id={CODE_FIELD}
          name={CODE_FIELD}
          defaultValue={shown.typed}
          lang="pl"
          maxLength={200}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={isFaulty ? `${FAULT_ID} ${HINT_ID}` : HINT_ID}
          aria-invalid={isFaulty ? 'true' : undefined}
        />
      </div>
      <Working isBusy={isBusy} words={words} />
      <p class="go-on two">
        <button type="submit" class="primary" name={MOVE_FIELD} value="dokoncz">
          {words.open}
        </button>
        <MoveButton move="wroc" class="secondary" onClick={moves.back}>
          {texts.page.back}
        </MoveButton>
      </p>
    </PageForm>
  )
}
