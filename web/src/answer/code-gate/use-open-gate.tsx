import { useEffect, useState } from 'preact/hooks'
import { printedCode, readOneTimeCode } from '@rozeznanie/core/invitation'
import { announce } from '../announce.ts'
import { plainForm } from '../plain/plain-form.ts'
import { texts } from '../texts.ts'
import type { Answering } from '../use-answering.ts'
import { CODE_FIELD_ID, CodeField } from './CodeField.tsx'
import type { CodeGate } from './code-gate.ts'
import { codeTextsIn, type CodeFault } from './code-texts.ts'
import { lookAtCode } from './exchange.ts'
import { keepCode, keptCode, type KeptCode } from './kept-code.ts'
import { codeFrom } from './read-code.ts'

/** The code of the link in the QR picture. It leaves the address at once, so that no history keeps it. */
function codeInAddress(): string | null {
  const match = /^#kod=([^&]{1,60})$/.exec(window.location.hash)
  if (match) history.replaceState(history.state, '', window.location.pathname + window.location.search)
  return match?.[1] ?? null
}

/** After the fault was drawn, or the heading of a new screen took the focus. */
const focusSoon = () => setTimeout(() => document.getElementById(CODE_FIELD_ID)?.focus())

const shown = ({ code }: KeptCode): string => {
  const read = readOneTimeCode(code)
  return 'code' in read ? printedCode(read.code) : code
}

/** The gate itself; `useCodeGate` leads to it. */
export function useOpenGate({ survey, surroundings }: Answering, isEarly: boolean): CodeGate {
  const { shelf } = surroundings
  const isTaken = survey.ticketKey !== undefined && !surroundings.isShared && !surroundings.instead
  const early = isTaken && plainForm() ? keptCode(shelf, survey.code) : null
  const [typed, setTyped] = useState(early ? shown(early) : '')
  const [fault, setFault] = useState<CodeFault | null>(early?.fault ?? null)
  const [isWanted, setWanted] = useState(!early || early.fault !== undefined)
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (!isTaken) return undefined
    const linked = codeInAddress()
    const kept =
      linked === null ? keptCode(shelf, survey.code) : codeFrom(linked, keptCode(shelf, survey.code))
    if (kept && linked !== null) keepCode(shelf, survey.code, kept)
    setTyped(kept ? shown(kept) : '')
    setFault(kept?.fault ?? null)
    setWanted(!kept || kept.fault !== undefined)
    if (isEarly || !kept?.fault) return undefined
    const timer = focusSoon()
    return () => clearTimeout(timer)
  }, [isTaken, isEarly, shelf, survey.code])

  const refuse = (found: CodeFault) => {
    setFault(found)
    announce(codeTextsIn(texts.code).faults[found])
    focusSoon()
  }
  const ask = async (kept: KeptCode, goOn: () => void) => {
    setAsking(true)
    const found = await lookAtCode(survey, kept.code, fetch.bind(window))
    setAsking(false)
    if (found) refuse(found)
    else goOn()
  }
  const admit = (goOn: () => void) => {
    if (!isTaken) return goOn()
    if (isAsking) return
    const kept = codeFrom(typed, keptCode(shelf, survey.code))
    if (kept.fault) return refuse(kept.fault)
    keepCode(shelf, survey.code, kept)
    setFault(null)
    if (isEarly) void ask(kept, goOn)
    else goOn()
  }
  const change = (text: string) => {
    setTyped(text)
    setFault(null)
  }
  const field = isTaken ? (
    <CodeField typed={typed} fault={fault} isAsking={isAsking} onChange={change} />
  ) : null
  return { field, fieldIfWanted: isWanted ? field : null, admit }
}
